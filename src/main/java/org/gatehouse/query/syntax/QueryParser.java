package org.gatehouse.query.syntax;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Turns text into a {@link Query} or a {@link Search}, or says where the text is wrong. Has no state; one serves every thread. */
public final class QueryParser {
    private final SyntaxLimits limits;

    public QueryParser(SyntaxLimits limits) {
        this.limits = limits;
    }

    /**
     * Parses a query.
     *
     * @throws ProblemException with the line and the column if the text is not a query, or is larger than the limits
     */
    public Query parse(String text) {
        return parse(text, Map.of());
    }

    /**
     * Parses a query with values for the names after colons, such as {@code :account}.
     *
     * @param values by name, without the colon; several values of one name stand with commas, as IN has them
     * @throws ProblemException as without; also for a name that has no value
     */
    public Query parse(String text, Map<String, List<BoundValue>> values) {
        return new QueryBuilder().query(parser(text, values).query());
    }

    /** The names after colons in a text, whether or not it is a query. */
    public Set<String> names(String text) {
        return BoundTokens.names(tokens(text).getTokens());
    }

    /**
     * Parses a search.
     *
     * @throws ProblemException with the line and the column if the text is not a search, or is larger than the limits
     */
    public Search parseSearch(String text) {
        return new SearchBuilder(limits).search(parser(text, Map.of()).search());
    }

    private CommonTokenStream tokens(String text) {
        QueryText.check(text, limits.length());
        SoqlLexer lexer = new SoqlLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        return tokens;
    }

    private SoqlParser parser(String text, Map<String, List<BoundValue>> values) {
        CommonTokenStream tokens = tokens(text);
        if (!values.isEmpty()) {
            tokens = new CommonTokenStream(new ListTokenSource(BoundTokens.bind(tokens.getTokens(), values)));
            tokens.fill();
        }
        checkSize(tokens);
        SoqlParser parser = new SoqlParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusal());
        return parser;
    }

    /** The parser descends once per parenthesis and per NOT, so their depth is bounded before it starts. */
    private void checkSize(CommonTokenStream tokens) {
        if (tokens.size() > limits.tokens()) {
            Position position = position(tokens.get(limits.tokens()));
            throw SyntaxProblems.at(position, QueryError.QUERY_TOO_COMPLICATED, "the query has more than " + limits.tokens() + " words and signs.");
        }
        int open = 0;
        int nots = 0;
        for (Token token : tokens.getTokens()) {
            switch (token.getType()) {
                case SoqlLexer.LEFT -> open++;
                case SoqlLexer.RIGHT -> {
                    open--;
                    nots = 0;
                }
                case SoqlLexer.NOT -> nots++;
                case SoqlLexer.AND, SoqlLexer.OR -> nots = 0;
                default -> {}
            }
            if (open + nots > limits.depth()) {
                throw SyntaxProblems.at(position(token), QueryError.QUERY_TOO_COMPLICATED, "the query is nested more than " + limits.depth() + " deep.");
            }
        }
    }

    static Position position(Token token) {
        return new Position(token.getLine(), token.getCharPositionInLine() + 1);
    }

    /** Ends parsing at the first error: a recovered parse would be a guess about what somebody may have meant. */
    private static final class Refusal extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer, Object symbol, int line, int charPositionInLine, String message, @Nullable RecognitionException e) {
            throw SyntaxProblems.malformed(new Position(line, charPositionInLine + 1), SyntaxHints.explain((Parser) recognizer, (Token) symbol));
        }
    }
}
