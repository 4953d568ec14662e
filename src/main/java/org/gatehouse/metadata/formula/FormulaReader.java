package org.gatehouse.metadata.formula;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns text into a {@link Term}, or says where the text is wrong. */
final class FormulaReader {
    /** Most characters of a formula. */
    static final int LENGTH = 4_000;

    private static final int DEPTH = 40;
    private static final int TOKENS = 1_000;

    private FormulaReader() {}

    static Term read(String text) {
        if (text.length() > LENGTH) {
            throw FormulaProblems.at(new Term.Place(1, 1), "a formula has at most " + LENGTH + " characters.");
        }
        FormulaLexer lexer = new FormulaLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        checkSize(tokens);
        FormulaParser parser = new FormulaParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusal());
        return TermBuilder.term(parser.formula().expression());
    }

    /** The parser descends once per parenthesis and per sign in front, so their number is bounded before it starts. */
    private static void checkSize(CommonTokenStream tokens) {
        if (tokens.size() > TOKENS) {
            throw FormulaProblems.at(TermBuilder.place(tokens.get(TOKENS)), "a formula has at most " + TOKENS + " words and signs.");
        }
        int open = 0;
        int signs = 0;
        for (Token token : tokens.getTokens()) {
            int type = token.getType();
            open += type == FormulaLexer.LEFT ? 1 : type == FormulaLexer.RIGHT ? -1 : 0;
            signs = type == FormulaLexer.MINUS || type == FormulaLexer.NOT ? signs + 1 : type == FormulaLexer.LEFT ? signs : 0;
            if (open + signs > DEPTH) {
                throw FormulaProblems.at(TermBuilder.place(token), "the formula is nested more than " + DEPTH + " deep.");
            }
        }
    }

    /** Ends reading at the first error: a recovered formula would be a guess. */
    private static final class Refusal extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer, Object symbol, int line, int charPositionInLine, String message, @Nullable RecognitionException e) {
            Token token = (Token) symbol;
            String found = token.getType() == Token.EOF ? "the formula ends too early." : "'" + token.getText() + "' is not expected here.";
            throw FormulaProblems.at(new Term.Place(line, charPositionInLine + 1), found);
        }
    }
}
