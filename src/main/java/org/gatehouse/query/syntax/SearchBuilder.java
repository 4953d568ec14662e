package org.gatehouse.query.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.query.syntax.Search.Scope;

/** Builds a {@link Search} from ANTLR's parse tree. */
final class SearchBuilder {
    private static final int LONGEST = 4_000;

    private final SyntaxLimits limits;
    private final QueryBuilder parts = new QueryBuilder();

    SearchBuilder(SyntaxLimits limits) {
        this.limits = limits;
    }

    Search search(SoqlParser.SearchContext tree) {
        Clauses.checkMode(tree.with);
        Position position = QueryParser.position(tree.words);
        String words = tree.words.getText().substring(1, tree.words.getText().length() - 1);
        if (words.length() > LONGEST) {
            throw SyntaxProblems.malformed(position, "the words between the braces have more than " + LONGEST + " characters.");
        }
        return new Search(
                SearchWords.read(words, position, limits.depth()),
                tree.scope == null ? Scope.ALL : scope(QueryBuilder.name(tree.scope)),
                tree.returned().stream().map(this::returned).toList(),
                Optional.ofNullable(tree.limit).map(limit -> QueryBuilder.rowCount(limit, "LIMIT")));
    }

    private static Scope scope(Name name) {
        return switch (name.text().toUpperCase(Locale.ROOT)) {
            case "ALL" -> Scope.ALL;
            case "NAME" -> Scope.NAME;
            case "EMAIL" -> Scope.EMAIL;
            case "PHONE" -> Scope.PHONE;
            case "SIDEBAR" -> Scope.SIDEBAR;
            default -> throw SyntaxProblems.malformed(name.position(), "a search looks IN ALL, NAME, EMAIL, PHONE or SIDEBAR FIELDS.");
        };
    }

    private Query returned(SoqlParser.ReturnedContext tree) {
        Name object = QueryBuilder.name(tree.name());
        List<Item> items = tree.item().isEmpty() ? List.of(id(object.position())) : tree.item().stream().map(parts::item).map(SearchBuilder::field).toList();
        return new Query(
                new Selection.Items(items), object, Optional.empty(), Optional.ofNullable(tree.expression()).map(parts::expression),
                Query.Grouping.PLAIN, List.of(),
                Optional.empty(), tree.ordering().stream().map(parts::ordering).toList(),
                Optional.ofNullable(tree.limit).map(limit -> QueryBuilder.rowCount(limit, "LIMIT")),
                Optional.ofNullable(tree.offset).map(offset -> QueryBuilder.rowCount(offset, "OFFSET")), false);
    }

    private static Item field(Item item) {
        if (item instanceof Item.Value(FunctionCall call, var ignored)) {
            throw SyntaxProblems.malformed(call.position(), "a search returns fields. Count and add up with soqlQuery.");
        }
        return item;
    }

    private static Item id(Position position) {
        return new Item.Value(new Path(List.of(new Name("Id", position))), Optional.empty());
    }
}
