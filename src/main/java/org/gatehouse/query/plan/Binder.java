package org.gatehouse.query.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectCatalog.ChildRelationship;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.Mask;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.syntax.FunctionCall;
import org.gatehouse.query.syntax.Name;
import org.gatehouse.query.syntax.Operand;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.SyntaxProblems;

/**
 * Resolves every name of one query, and authorises it while doing so: there is no other way to a {@link Column}. What the person may not
 * read and what does not exist are refused in the same words.
 */
final class Binder {
    private final PlanContext context;
    private final EffectiveAccess access;
    private final QueryLimits limits;
    private final ObjectScan root;
    private final ScanNumbers numbers;
    private final Map<Step, ParentJoin> joins = new LinkedHashMap<>();
    private final Set<Column> computed = new LinkedHashSet<>();

    Binder(PlanContext context, ObjectDefinition object, ScanNumbers numbers) {
        this.context = context;
        this.access = context.access();
        this.limits = context.limits();
        this.numbers = numbers;
        this.root = new ObjectScan(numbers.next(), object, access);
    }

    /** The object of that name, if the person may read it. */
    static ObjectDefinition object(EffectiveAccess access, Name object) {
        return access.readableObject(object.text())
                .orElseThrow(() -> SyntaxProblems.at(object.position(), QueryError.INVALID_TYPE,
                        "object type '" + object.text() + "' is not supported. getObjectSchema lists the objects you can use."));
    }

    ObjectScan root() {
        return root;
    }

    List<ParentJoin> joins() {
        return new ArrayList<>(joins.values());
    }

    /** The column a path ends in; joins the parents on its way. */
    Column column(Path path) {
        PathEnds ends = ends(root, path.relationships());
        List<Column> columns = ends.scans().stream().map(scan -> column(ends, scan, path.field())).toList();
        Column first = columns.getFirst();
        if (!columns.stream().allMatch(column -> SharedFields.areOne(first.field(), column.field()))) {
            throw unknownField(ends, path.field());
        }
        return first.or(columns.subList(1, columns.size()));
    }

    private Column column(PathEnds ends, ObjectScan scan, Name name) {
        if (ends.asksForObject(name)) {
            return computed(scan, SharedFields.OBJECT, SharedFields.object(scan.object(), context.moment()));
        }
        return column(scan, access.readableField(scan.object(), object -> object.field(ends.field(object, name)))
                .orElseThrow(() -> unknownField(ends, name)));
    }

    private Column column(ObjectScan scan, FieldDefinition field) {
        return field.isFormula() ? computed(scan, field, context.computation(scan.object(), field)) : new Column(scan.number(), field);
    }

    private Column computed(ObjectScan scan, FieldDefinition field, Computation computation) {
        Column column = new Column(scan.number(), field, Optional.of(computation));
        computed.add(column);
        return column;
    }

    /** The formula fields that were asked for. */
    Set<Column> computed() {
        return computed;
    }

    /** What a chain of relationships leads to. */
    private PathEnds ends(ObjectScan from, List<Name> relationships) {
        if (relationships.size() > limits.hops()) {
            throw SyntaxProblems.at(relationships.getFirst().position(), QueryError.QUERY_TOO_COMPLICATED,
                    "a path follows at most " + limits.hops() + " relationships.");
        }
        PathEnds ends = PathEnds.of(from);
        for (Name relationship : relationships) {
            List<ObjectScan> parents = new ArrayList<>();
            boolean several = false;
            for (ObjectScan scan : ends.scans()) {
                several |= steps(ends, scan, relationship).referenceTo().size() > 1;
                parents.addAll(parents(ends, scan, relationship));
            }
            ends = new PathEnds(parents, several);
        }
        return ends;
    }

    /** The parents that a relationship leads to: of one object, or of each that the person may read of those that it may point to. */
    List<ObjectScan> parents(ObjectScan from, Name relationship) {
        return parents(PathEnds.of(from), from, relationship);
    }

    private List<ObjectScan> parents(PathEnds ends, ObjectScan from, Name relationship) {
        FieldDefinition reference = steps(ends, from, relationship);
        List<ObjectDefinition> targets = reference.referenceTo().stream().flatMap(target -> access.readableObject(target).stream()).toList();
        if (targets.isEmpty()) {
            throw unknownRelationship(ends.objectName(), relationship);
        }
        if (reference.referenceTo().size() > 1) {
            targets.forEach(target -> requirePrefix(target, relationship));
        }
        return targets.stream().map(target -> join(from, reference, target, relationship).parent()).toList();
    }

    /** Only the prefix tells whose id a reference to several objects holds: without one, records of two objects may have the same. */
    static void requirePrefix(ObjectDefinition target, Name relationship) {
        if (target.header().keyPrefix() == null) {
            throw SyntaxProblems.at(relationship.position(), QueryError.INVALID_RELATIONSHIP,
                    "a query does not follow '" + relationship.text() + "' to " + target.apiName() + ", whose ids have no prefix of their own.");
        }
    }

    /** The field behind a relationship, whatever it points to. */
    FieldDefinition reference(ObjectScan from, Name relationship) {
        return steps(PathEnds.of(from), from, relationship);
    }

    private FieldDefinition steps(PathEnds ends, ObjectScan from, Name relationship) {
        return access.readableField(from.object(), object -> object.relationship(relationship.text()))
                .orElseThrow(() -> unknownRelationship(ends.objectName(), relationship));
    }

    /** The step to the parents of one object. */
    ParentJoin join(ObjectScan from, FieldDefinition reference, ObjectDefinition parent, Name relationship) {
        Step step = new Step(from.number(), reference.apiName(), parent.apiName());
        ParentJoin known = joins.get(step);
        if (known != null) {
            return known;
        }
        if (joins.size() == limits.joins()) {
            throw SyntaxProblems.at(relationship.position(), QueryError.QUERY_TOO_COMPLICATED,
                    "a query follows at most " + limits.joins() + " relationships.");
        }
        ParentJoin join = new ParentJoin(new Column(from.number(), reference), new ObjectScan(numbers.next(), parent, access));
        joins.put(step, join);
        return join;
    }

    /** A selected field, of each object that the path may end at: its column, and the mask that goes over each value of it, if there is one. */
    List<Selected> selected(ObjectScan from, Path path) {
        PathEnds ends = ends(from, path.relationships());
        return ends.scans().stream().map(scan -> selected(ends, scan, path.field())).toList();
    }

    private Selected selected(PathEnds ends, ObjectScan scan, Name name) {
        if (ends.asksForObject(name)) {
            return new Selected(PathEnds.TYPE, column(ends, scan, name), Optional.empty());
        }
        FieldDefinition field = access.selectableField(scan.object(), object -> object.field(ends.field(object, name)))
                .orElseThrow(() -> unknownField(ends, name));
        return new Selected(ends.asksForName(name) ? PathEnds.NAME : field.apiName(), column(scan, field), access.mask(scan.object(), field));
    }

    /** A column that is only answered, under its name. */
    record Selected(String name, Column column, Optional<Mask> mask) {}

    /** The column of an operand: a field, or a part of its date. */
    Column column(Operand operand) {
        return switch (operand) {
            case Path path -> column(path);
            case FunctionCall call -> DateFunctions.column(call, this, context.moment());
        };
    }

    /** The column of an operand in WHERE, where the label of a picklist can be compared as well. */
    Column filtered(Operand operand) {
        return operand instanceof FunctionCall call && Presentations.isLabel(call) ? Presentations.label(call, this) : column(operand);
    }

    /** The reference by which children point to the records of this query's object, under the name of the way to them. */
    ChildRelationship children(Name relationship) {
        return access.catalog().childrenOf(root.object()).stream()
                .filter(child -> relationship.text().equalsIgnoreCase(child.field().childRelationshipName()))
                .filter(child -> access.canRead(child.child(), child.field()))
                .findFirst()
                .orElseThrow(() -> unknownRelationship(root.object().apiName(), relationship));
    }

    private static ProblemException unknownField(PathEnds ends, Name name) {
        return SyntaxProblems.at(name.position(), QueryError.INVALID_FIELD,
                "No such column '" + name.text() + "' on object '" + ends.objectName() + "'. " + (ends.several()
                        ? "Where a reference may point to several objects, there are their Name, their Type and the fields that all of them have;"
                                + " TYPEOF selects others."
                        : "getObjectSchema lists the fields you can use."));
    }

    private static ProblemException unknownRelationship(String object, Name relationship) {
        return SyntaxProblems.at(relationship.position(), QueryError.INVALID_RELATIONSHIP,
                "Didn't understand relationship '" + relationship.text() + "' on object '" + object
                        + "'. getObjectSchema lists the relationships you can use.");
    }

    private record Step(int from, String reference, String parent) {}
}
