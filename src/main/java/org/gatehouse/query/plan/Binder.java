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
        ObjectScan scan = scan(path.relationships());
        return column(scan, field(scan.object(), path.field()));
    }

    private Column column(ObjectScan scan, FieldDefinition field) {
        if (!field.isFormula()) {
            return new Column(scan.number(), field);
        }
        Column column = new Column(scan.number(), field, Optional.of(context.computation(scan.object(), field)), Optional.empty());
        computed.add(column);
        return column;
    }

    /** The formula fields that were asked for. */
    Set<Column> computed() {
        return computed;
    }

    /** The scan that a chain of relationships leads to. */
    ObjectScan scan(List<Name> relationships) {
        return scan(root, relationships);
    }

    private ObjectScan scan(ObjectScan from, List<Name> relationships) {
        if (relationships.size() > limits.hops()) {
            throw SyntaxProblems.at(relationships.getFirst().position(), QueryError.QUERY_TOO_COMPLICATED,
                    "a path follows at most " + limits.hops() + " relationships.");
        }
        ObjectScan scan = from;
        for (Name relationship : relationships) {
            scan = join(scan, relationship).parent();
        }
        return scan;
    }

    ParentJoin join(ObjectScan from, Name relationship) {
        FieldDefinition reference = reference(from, relationship);
        if (reference.referenceTo().size() > 1) {
            throw SyntaxProblems.at(relationship.position(), QueryError.INVALID_RELATIONSHIP,
                    "the relationship '" + relationship.text() + "' can point to several objects; use the field " + reference.apiName() + " itself.");
        }
        ObjectDefinition parent = access.readableObject(reference.referenceTo().getFirst())
                .orElseThrow(() -> unknownRelationship(from.object(), relationship));
        return join(from, reference, parent, relationship);
    }

    /** The field behind a relationship, whatever it points to. */
    FieldDefinition reference(ObjectScan from, Name relationship) {
        return access.readableField(from.object(), object -> object.relationship(relationship.text()))
                .orElseThrow(() -> unknownRelationship(from.object(), relationship));
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

    /** A selected field: its column, and the mask that goes over each value of it, if there is one. */
    Selected selected(ObjectScan from, Path path) {
        ObjectScan scan = scan(from, path.relationships());
        FieldDefinition field = access.selectableField(scan.object(), object -> object.field(path.field().text()))
                .orElseThrow(() -> unknownField(scan.object(), path.field()));
        return new Selected(column(scan, field), access.mask(scan.object(), field));
    }

    /** A column that is only answered. */
    record Selected(Column column, Optional<Mask> mask) {}

    /** The column of an operand: a field, or a part of its date. */
    Column column(Operand operand) {
        return switch (operand) {
            case Path path -> column(path);
            case FunctionCall call -> DateFunctions.column(call, this, context.moment());
        };
    }

    /** The reference by which children point to the records of this query's object, under the name of the way to them. */
    ChildRelationship children(Name relationship) {
        return access.catalog().childrenOf(root.object()).stream()
                .filter(child -> relationship.text().equalsIgnoreCase(child.field().childRelationshipName()))
                .filter(child -> access.canRead(child.child(), child.field()))
                .findFirst()
                .orElseThrow(() -> unknownRelationship(root.object(), relationship));
    }

    private FieldDefinition field(ObjectDefinition object, Name name) {
        return access.readableField(object, definition -> definition.field(name.text()))
                .orElseThrow(() -> unknownField(object, name));
    }

    private static ProblemException unknownField(ObjectDefinition object, Name name) {
        return SyntaxProblems.at(name.position(), QueryError.INVALID_FIELD,
                "No such column '" + name.text() + "' on object '" + object.apiName() + "'. getObjectSchema lists the fields you can use.");
    }

    private static ProblemException unknownRelationship(ObjectDefinition object, Name relationship) {
        return SyntaxProblems.at(relationship.position(), QueryError.INVALID_RELATIONSHIP,
                "Didn't understand relationship '" + relationship.text() + "' on object '" + object.apiName()
                        + "'. getObjectSchema lists the relationships you can use.");
    }

    private record Step(int from, String reference, String parent) {}
}
