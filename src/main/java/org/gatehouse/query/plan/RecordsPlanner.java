package org.gatehouse.query.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectCatalog.ChildRelationship;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.plan.QueryPlan.Children;
import org.gatehouse.query.plan.ShapeBuilder.Pick;
import org.gatehouse.query.syntax.FunctionCall;
import org.gatehouse.query.syntax.Item;
import org.gatehouse.query.syntax.Name;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.Query;
import org.gatehouse.query.syntax.SyntaxProblems;

/** Plans the SELECT of a query for records: fields, parents' fields, many fields at once, children. */
final class RecordsPlanner {
    private final Binder binder;
    private final EffectiveAccess access;
    private final QueryLimits limits;
    private final TypesOf typesOf;
    private final Presentations presentations;
    private final BiFunction<ChildRelationship, Query, QueryPlan> childPlans;

    RecordsPlanner(Binder binder, PlanContext context, BiFunction<ChildRelationship, Query, QueryPlan> childPlans) {
        this.binder = binder;
        this.access = context.access();
        this.limits = context.limits();
        this.typesOf = new TypesOf(binder, context.access());
        this.presentations = new Presentations(context.moment());
        this.childPlans = childPlans;
    }

    QueryPlan.Output.Records plan(Query query, List<Item> items) {
        List<Pick> picks = new ArrayList<>();
        List<Children> children = new ArrayList<>();
        List<RecordShape.Member> more = new ArrayList<>();
        for (Item item : items) {
            switch (item) {
                case Item.Value(Path path, var alias) -> {
                    alias.ifPresent(name -> {
                        throw SyntaxProblems.at(name.position(), QueryError.MALFORMED_QUERY, "only aggregates and grouped fields take another name.");
                    });
                    picks.add(Pick.plain(path));
                }
                case Item.Value(FunctionCall call, var alias) -> picks.add(presented(call, alias));
                case Item.Fields(var which) -> many(query, which).forEach(path -> picks.add(Pick.plain(path)));
                case Item.TypeOf typeOf -> more.add(typesOf.plan(typeOf));
                case Item.Children(var inner) -> children.add(children(inner, children.size()));
            }
        }
        if (picks.size() > limits.fields()) {
            throw SyntaxProblems.at(picks.get(limits.fields()).path().field().position(), QueryError.QUERY_TOO_COMPLICATED,
                    "SELECT takes at most " + limits.fields() + " fields.");
        }
        return new QueryPlan.Output.Records(new ShapeBuilder(binder).shape(binder.root(), picks, more), children);
    }

    private Pick presented(FunctionCall call, Optional<Name> alias) {
        FunctionCall inner = call.argument().orElse(call) instanceof FunctionCall nested ? nested : call;
        if (inner.function().text().equalsIgnoreCase("convertCurrency")) {
            throw Presentations.misplaced(inner);
        }
        if (!Presentations.isOne(call) || !(call.argument().orElse(null) instanceof Path path)) {
            throw SyntaxProblems.at(call.position(), QueryError.MALFORMED_QUERY,
                    "the function '" + call.function().text() + "' does not stand in SELECT without GROUP BY; select the field itself. toLabel and"
                            + " FORMAT take a field.");
        }
        return new Pick(path, alias, field -> presentations.of(call, field));
    }

    private Children children(Query inner, int before) {
        if (before == limits.children()) {
            throw SyntaxProblems.at(inner.object().position(), QueryError.QUERY_TOO_COMPLICATED,
                    "SELECT takes at most " + limits.children() + " queries for children.");
        }
        ChildRelationship relationship = binder.children(inner.object());
        QueryPlan plan = childPlans.apply(relationship, inner);
        return new Children(
                Objects.requireNonNull(relationship.field().childRelationshipName()),
                new Column(plan.root().number(), relationship.field()), plan);
    }

    /** The readable fields that a word stands for. A custom field's name ends in __c. */
    private List<Path> many(Query query, Name which) {
        String word = which.text().toUpperCase(Locale.ROOT);
        boolean all = word.equals("ALL");
        if (!all && !word.equals("STANDARD") && !word.equals("CUSTOM")) {
            throw SyntaxProblems.at(which.position(), QueryError.MALFORMED_QUERY, "FIELDS takes ALL, STANDARD or CUSTOM.");
        }
        boolean bounded = query.limit().filter(limit -> limit.value() <= limits.allFieldsRows()).isPresent();
        if (!word.equals("STANDARD") && !bounded) {
            throw SyntaxProblems.at(which.position(), QueryError.MALFORMED_QUERY,
                    "FIELDS(" + word + ") needs a LIMIT of at most " + limits.allFieldsRows() + ".");
        }
        List<Path> paths = new ArrayList<>();
        for (FieldDefinition field : binder.root().object().fields()) {
            boolean custom = field.apiName().endsWith("__c");
            if (access.canRead(binder.root().object(), field) && (all || custom == word.equals("CUSTOM"))) {
                paths.add(new Path(List.of(new Name(field.apiName(), which.position()))));
            }
        }
        return paths;
    }
}
