package org.gatehouse.query.syntax;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Query} from ANTLR's parse tree. */
final class QueryBuilder {
    private static final int FIRST_YEAR = 1700;
    private static final int LAST_YEAR = 4000;
    private static final int MAX_NAME = 80;
    private static final int MAX_NUMBER = 40;

    private static final DateTimeFormatter DATETIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            // Otherwise the 30th of February would quietly become the 28th.
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    Query query(SoqlParser.QueryContext tree) {
        return query(tree.select());
    }

    private Query query(SoqlParser.SelectContext tree) {
        Clauses.check(tree);
        List<SoqlParser.ExpressionContext> expressions = tree.expression();
        boolean filtered = tree.WHERE() != null;
        return new Query(
                selection(tree.selection()),
                name(tree.name(0)),
                Optional.ofNullable(tree.scope).map(QueryBuilder::name),
                filtered ? Optional.of(expression(expressions.getFirst())) : Optional.empty(),
                grouping(tree.grouping()),
                tree.grouping() == null ? List.of() : tree.grouping().operand().stream().map(this::operand).toList(),
                Optional.ofNullable(tree.having).map(this::expression),
                tree.ordering().stream().map(this::ordering).toList(),
                Optional.ofNullable(tree.limit).map(limit -> rowCount(limit, "LIMIT")),
                Optional.ofNullable(tree.offset).map(offset -> rowCount(offset, "OFFSET")),
                tree.ALL() != null);
    }

    private static Query.Grouping grouping(SoqlParser.@Nullable GroupingContext tree) {
        if (tree == null || tree.kind == null) {
            return Query.Grouping.PLAIN;
        }
        return tree.kind.getType() == SoqlParser.ROLLUP ? Query.Grouping.ROLLUP : Query.Grouping.CUBE;
    }

    private Selection selection(SoqlParser.SelectionContext tree) {
        return switch (tree) {
            case SoqlParser.ItemsContext items -> new Selection.Items(items.item().stream().map(this::item).toList());
            default -> new Selection.Count();
        };
    }

    Item item(SoqlParser.ItemContext tree) {
        return switch (tree) {
            case SoqlParser.ValueItemContext value ->
                new Item.Value(operand(value.operand()), Optional.ofNullable(value.name()).map(QueryBuilder::name));
            case SoqlParser.FieldsItemContext fields -> new Item.Fields(name(fields.name()));
            case SoqlParser.TypeOfItemContext typeOf -> new Item.TypeOf(
                    name(typeOf.name()),
                    typeOf.branch().stream().map(branch -> new Item.Branch(name(branch.name()), paths(branch.path()))).toList(),
                    paths(typeOf.path()));
            case SoqlParser.ChildrenItemContext children -> new Item.Children(query(children.select()));
            default -> throw new IllegalStateException(tree.getClass().getName());
        };
    }

    private Operand operand(SoqlParser.OperandContext tree) {
        return switch (tree) {
            case SoqlParser.PathOperandContext path -> path(path.path());
            case SoqlParser.CallOperandContext call ->
                new FunctionCall(name(call.name()), Optional.ofNullable(call.operand()).map(this::operand));
            default -> throw new IllegalStateException(tree.getClass().getName());
        };
    }

    private List<Path> paths(List<SoqlParser.PathContext> trees) {
        return trees.stream().map(this::path).toList();
    }

    private Path path(SoqlParser.PathContext tree) {
        return new Path(tree.name().stream().map(QueryBuilder::name).toList());
    }

    static Name name(SoqlParser.NameContext tree) {
        Position position = QueryParser.position(tree.getStart());
        if (tree.getText().length() > MAX_NAME) {
            throw SyntaxProblems.malformed(position, "a name has at most " + MAX_NAME + " characters.");
        }
        return new Name(tree.getText(), position);
    }

    Expression expression(SoqlParser.ExpressionContext tree) {
        List<Expression> terms = tree.term().stream().map(this::term).toList();
        if (terms.size() == 1) {
            return terms.getFirst();
        }
        return tree.OR().isEmpty() ? new Expression.And(terms) : new Expression.Or(terms);
    }

    private Expression term(SoqlParser.TermContext tree) {
        return switch (tree) {
            case SoqlParser.NegationContext not -> new Expression.Not(term(not.term()));
            case SoqlParser.GroupContext group -> expression(group.expression());
            case SoqlParser.ComparisonContext comparison -> new Expression.Comparison(
                    operand(comparison.operand()), operator(comparison.comparator()), literal(comparison.literal()));
            case SoqlParser.LikeContext like -> new Expression.Like(
                    operand(like.operand()), StringText.read(like.STRING().getText(), QueryParser.position(like.STRING().getSymbol())));
            case SoqlParser.InContext in -> {
                Expression among = new Expression.In(operand(in.operand()), in.literal().stream().map(this::literal).toList());
                yield in.NOT() == null ? among : new Expression.Not(among);
            }
            case SoqlParser.InQueryContext in -> {
                Expression among = new Expression.InQuery(operand(in.operand()), query(in.select()));
                yield in.NOT() == null ? among : new Expression.Not(among);
            }
            case SoqlParser.IncludesContext includes -> {
                Expression any = new Expression.Includes(
                        operand(includes.operand()),
                        includes.STRING().stream()
                                .map(text -> StringText.read(text.getText(), QueryParser.position(text.getSymbol())))
                                .toList());
                yield includes.INCLUDES() != null ? any : new Expression.Not(any);
            }
            default -> throw new IllegalStateException(tree.getClass().getName());
        };
    }

    private static Operator operator(SoqlParser.ComparatorContext tree) {
        return switch (tree.getStart().getType()) {
            case SoqlParser.EQ -> Operator.EQUAL;
            case SoqlParser.NE -> Operator.NOT_EQUAL;
            case SoqlParser.LT -> Operator.LESS;
            case SoqlParser.LE -> Operator.LESS_OR_EQUAL;
            case SoqlParser.GT -> Operator.GREATER;
            default -> Operator.GREATER_OR_EQUAL;
        };
    }

    private Literal literal(SoqlParser.LiteralContext tree) {
        Token token = tree.getStart();
        Position position = QueryParser.position(token);
        try {
            return switch (token.getType()) {
                case SoqlParser.STRING -> StringText.read(token.getText(), position);
                case SoqlParser.INTEGER, SoqlParser.DECIMAL -> new Literal.Numeric(number(token, position), position);
                case SoqlParser.DATE -> new Literal.Date(inRange(LocalDate.parse(token.getText()), position), position);
                case SoqlParser.DATETIME -> new Literal.DateTime(instant(token.getText(), position), position);
                case SoqlParser.TRUE -> new Literal.Bool(true, position);
                case SoqlParser.FALSE -> new Literal.Bool(false, position);
                case SoqlParser.IDENTIFIER -> Clauses.days(tree.period());
                default -> new Literal.Null(position);
            };
        } catch (DateTimeException e) {
            throw SyntaxProblems.malformed(position, "there is no such date: " + token.getText() + ".");
        }
    }

    private static Instant instant(String text, Position position) {
        OffsetDateTime dateTime = OffsetDateTime.parse(text, DATETIME);
        inRange(dateTime.toLocalDate(), position);
        return dateTime.toInstant();
    }

    /** SOQL's calendar; what lies outside is a slip of the pen, and databases disagree about it. */
    private static LocalDate inRange(LocalDate date, Position position) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw SyntaxProblems.at(
                    position, QueryError.NUMBER_OUTSIDE_VALID_RANGE, "a date lies between the years " + FIRST_YEAR + " and " + LAST_YEAR + ".");
        }
        return date;
    }

    private static BigDecimal number(Token token, Position position) {
        if (token.getText().length() > MAX_NUMBER) {
            throw SyntaxProblems.at(
                    position, QueryError.NUMBER_OUTSIDE_VALID_RANGE, "a number has at most " + MAX_NUMBER + " characters.");
        }
        return new BigDecimal(token.getText());
    }

    Ordering ordering(SoqlParser.OrderingContext tree) {
        return new Ordering(operand(tree.operand()), tree.DESC() != null, tree.LAST() != null);
    }

    static Query.RowCount rowCount(Token token, String clause) {
        Position position = QueryParser.position(token);
        Long value = parse(token.getText());
        if (value == null || value < 0) {
            throw SyntaxProblems.at(position, QueryError.NUMBER_OUTSIDE_VALID_RANGE, clause + " needs a whole number from 0.");
        }
        return new Query.RowCount(value, position);
    }

    private static @Nullable Long parse(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
