package org.gatehouse.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.syntax.Expression;
import org.gatehouse.query.syntax.Item;
import org.gatehouse.query.syntax.Literal;
import org.gatehouse.query.syntax.Name;
import org.gatehouse.query.syntax.Path;
import org.gatehouse.query.syntax.Position;
import org.gatehouse.query.syntax.Query;
import org.gatehouse.query.syntax.Search;
import org.gatehouse.query.syntax.SearchTerm;
import org.gatehouse.query.syntax.Selection;
import org.gatehouse.query.syntax.SyntaxProblems;

/**
 * Turns a search into one query for each object. The words become comparisons of the fields that the person may read and filter by, so that
 * the planner checks a search like any query and no hidden field can match.
 */
final class SearchQueries {
    /** Most objects of one search: each is a statement. */
    static final int OBJECTS = 20;

    /** Most records of one search. */
    static final int RECORDS = 2_000;

    private static final Position START = new Position(1, 1);

    private final EffectiveAccess access;

    SearchQueries(EffectiveAccess access) {
        this.access = access;
    }

    /** The queries, in the order of the objects. An object that the person reads no such field of has none. */
    List<Query> of(Search search) {
        List<Query> returning = search.returning().isEmpty() ? everywhere() : search.returning();
        if (returning.size() > OBJECTS) {
            throw SyntaxProblems.at(
                    START, QueryError.QUERY_TOO_COMPLICATED, "a search looks into at most " + OBJECTS + " objects. Name them with RETURNING.");
        }
        return returning.stream().flatMap(query -> query(search, query).stream()).toList();
    }

    private List<Query> everywhere() {
        return access.catalog().objects().stream()
                .filter(object -> access.canRead(object) && object.header().traits().searchable())
                .map(object -> Query.of(
                        new Selection.Items(List.of(new Item.Value(path("Id"), Optional.empty()))), new Name(object.apiName(), START),
                        Optional.empty(), Optional.empty()))
                .toList();
    }

    private Optional<Query> query(Search search, Query query) {
        Optional<ObjectDefinition> object = access.readableObject(query.object().text());
        if (object.isEmpty()) {
            // The planner says so, in its words for every object that is not there.
            return Optional.of(query);
        }
        if (!object.get().header().traits().searchable()) {
            throw SyntaxProblems.at(
                    query.object().position(), QueryError.INVALID_TYPE, "searches do not look into " + object.get().apiName() + ". Query it instead.");
        }
        List<Path> fields = object.get().fields().stream()
                .filter(field -> looksInto(search.scope(), object.get(), field))
                .filter(field -> access.readableField(object.get(), it -> Optional.of(field)).isPresent())
                .map(field -> path(field.apiName()))
                .toList();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Expression words = expression(search.words(), fields);
        return Optional.of(query.filtered(query.where().<Expression>map(where -> new Expression.And(List.of(where, words))).orElse(words)));
    }

    private static boolean looksInto(Search.Scope scope, ObjectDefinition object, FieldDefinition field) {
        boolean name = field.apiName().toLowerCase(Locale.ROOT).equals(object.header().nameField().toLowerCase(Locale.ROOT));
        return switch (scope) {
            case ALL -> field.type().isText() && field.type() != FieldType.MULTI_PICKLIST && !field.isFormula();
            case NAME -> name && field.type().isText();
            case EMAIL -> field.type() == FieldType.EMAIL;
            case PHONE -> field.type() == FieldType.PHONE;
            case SIDEBAR -> (name && field.type().isText()) || field.type() == FieldType.EMAIL || field.type() == FieldType.PHONE;
        };
    }

    private static Expression expression(SearchTerm term, List<Path> fields) {
        return switch (term) {
            case SearchTerm.Word(Literal.Text text) -> new Expression.Or(fields.stream().<Expression>map(field -> new Expression.Holds(field, text)).toList());
            case SearchTerm.And(var terms) -> new Expression.And(all(terms, fields));
            case SearchTerm.Or(var terms) -> new Expression.Or(all(terms, fields));
            case SearchTerm.Not(var not) -> new Expression.Not(expression(not, fields));
        };
    }

    private static List<Expression> all(List<SearchTerm> terms, List<Path> fields) {
        return terms.stream().map(term -> expression(term, fields)).toList();
    }

    private static Path path(String field) {
        return new Path(Stream.of(field).map(name -> new Name(name, START)).toList());
    }
}
