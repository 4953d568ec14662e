package org.gatehouse.metadata.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;

/** Gives the names of a formula their fields and every part its type, or refuses. One serves one formula. */
public final class FormulaTyping {
    private static final int DEPTH = 10;
    private static final int PARTS = 5_000;
    private static final String PICKLIST = "compare a picklist with ISPICKVAL(field, \"value\"), or take its text with TEXT(field).";

    private final ObjectDefinition object;

    /** Whether it may ask what the record was before. */
    private final boolean changes;

    /** The formula fields that are being put in, outermost first: one that meets itself is a cycle. */
    private final Set<String> within = new LinkedHashSet<>();

    private int parts;

    private FormulaTyping(ObjectDefinition object, boolean changes) {
        this.object = object;
        this.changes = changes;
    }

    /**
     * The formula of that text over that object's fields.
     *
     * @throws org.gatehouse.platform.problem.ProblemException with the line and the column if it is none
     */
    public static Formula formula(ObjectDefinition object, String text) {
        return new FormulaTyping(object, false).typed(FormulaReader.read(text));
    }

    /**
     * The condition of that text over a change of one of that object's records: beside all else it may say ISNEW(), ISCHANGED(field) and
     * PRIORVALUE(field).
     *
     * @throws org.gatehouse.platform.problem.ProblemException with the line and the column if it is none
     */
    public static Formula condition(ObjectDefinition object, String text) {
        return new FormulaTyping(object, true).wanted(FormulaReader.read(text), FormulaType.BOOLEAN);
    }

    /**
     * The formula of a field that is computed.
     *
     * @throws org.gatehouse.platform.problem.ProblemException with the line and the column if it is none, or not of the field's type
     */
    static Formula field(ObjectDefinition object, FieldDefinition field) {
        return new FormulaTyping(object, false).field(new Term.Name(field.apiName(), new Term.Place(1, 1)));
    }

    private Formula typed(Term term) {
        // Formulas put into formulas can double at each level, so the whole is bounded and not only each text.
        if (++parts > PARTS) {
            throw FormulaProblems.at(term.place(), "with the formulas that it uses, the formula has more than " + PARTS + " parts.");
        }
        return switch (term) {
            case Term.Numeral number -> constant(number);
            case Term.Text text -> new Formula.Constant(FormulaType.TEXT, text.value().isEmpty() ? null : text.value());
            case Term.Name name -> named(name);
            case Term.Negative negative -> new Formula.Negative(wanted(negative.operand(), FormulaType.NUMBER));
            case Term.Binary binary -> binary(binary);
            case Term.Call call -> call(call);
        };
    }

    private static Formula constant(Term.Numeral number) {
        if (!Numbers.bounded(number.value())) {
            throw FormulaProblems.at(number.place(), "a number has at most " + Numbers.DIGITS + " digits before the point.");
        }
        return new Formula.Constant(FormulaType.NUMBER, Numbers.rounded(number.value()));
    }

    private Formula named(Term.Name name) {
        return switch (name.name().toUpperCase(Locale.ROOT)) {
            case "TRUE" -> new Formula.Constant(FormulaType.BOOLEAN, true);
            case "FALSE" -> new Formula.Constant(FormulaType.BOOLEAN, false);
            case "NULL" -> new Formula.Constant(FormulaType.NOTHING, null);
            default -> field(name);
        };
    }

    private Formula field(Term.Name name) {
        FieldDefinition field = object.field(name.name())
                .orElseThrow(() -> FormulaProblems.at(name.place(), "the object has no field '" + name.name() + "'."));
        FormulaType type = FormulaType.of(field.type());
        String text = field.traits().formula();
        if (text == null) {
            return new Formula.Stored(field, type);
        }
        if (!within.add(field.apiName())) {
            throw FormulaProblems.at(name.place(), "the field '" + field.apiName() + "' would be computed from itself.");
        }
        if (within.size() > DEPTH) {
            throw FormulaProblems.at(name.place(), "formulas use each other more than " + DEPTH + " deep.");
        }
        Formula formula = wanted(FormulaReader.read(text), type);
        within.remove(field.apiName());
        return formula;
    }

    private Formula wanted(Term term, FormulaType wanted) {
        Formula formula = typed(term);
        if (!formula.type().fits(wanted)) {
            throw FormulaProblems.at(term.place(), "this is " + formula.type().words() + " and should be " + wanted.words() + ".");
        }
        return formula;
    }

    private Formula binary(Term.Binary term) {
        return switch (term.operator()) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE -> both(term, FormulaType.NUMBER, FormulaType.NUMBER);
            case JOIN -> both(term, FormulaType.TEXT, FormulaType.TEXT);
            case BOTH, EITHER -> both(term, FormulaType.BOOLEAN, FormulaType.BOOLEAN);
            case EQUAL, UNEQUAL -> compared(term);
            case BELOW, AT_MOST, ABOVE, AT_LEAST -> ordered(term);
        };
    }

    private Formula both(Term.Binary term, FormulaType operands, FormulaType result) {
        return new Formula.Binary(term.operator(), wanted(term.left(), operands), wanted(term.right(), operands), result);
    }

    private Formula ordered(Term.Binary term) {
        Formula.Binary comparison = compared(term);
        return switch (common(List.of(comparison.left(), comparison.right()))) {
            case NUMBER, DATE, DATETIME -> comparison;
            // Databases order text by their own collation, so an order of text would not be the same everywhere.
            case TEXT, PICKLIST, BOOLEAN, NOTHING -> throw FormulaProblems.at(
                    term.place(), "only numbers, dates and times can be below or above each other.");
        };
    }

    private Formula.Binary compared(Term.Binary term) {
        List<Formula> sides = alike(List.of(term.left(), term.right()));
        if (common(sides) == FormulaType.PICKLIST) {
            throw FormulaProblems.at(term.place(), PICKLIST);
        }
        return new Formula.Binary(term.operator(), sides.getFirst(), sides.getLast(), FormulaType.BOOLEAN);
    }

    /** All of one type, where NULL fits each. */
    private List<Formula> alike(List<Term> terms) {
        List<Formula> formulas = new ArrayList<>();
        FormulaType common = FormulaType.NOTHING;
        for (Term term : terms) {
            Formula formula = typed(term);
            if (formula.type() != common && (formula.type() == FormulaType.PICKLIST || common == FormulaType.PICKLIST)
                    && formula.type() != FormulaType.NOTHING && common != FormulaType.NOTHING) {
                throw FormulaProblems.at(term.place(), PICKLIST);
            }
            if (!formula.type().fits(common) && common != FormulaType.NOTHING) {
                throw FormulaProblems.at(term.place(), "this is " + formula.type().words() + " and should be " + common.words() + ".");
            }
            common = common == FormulaType.NOTHING ? formula.type() : common;
            formulas.add(formula);
        }
        return formulas;
    }

    private static FormulaType common(List<Formula> formulas) {
        return formulas.stream().map(Formula::type).filter(type -> type != FormulaType.NOTHING).findFirst().orElse(FormulaType.NOTHING);
    }

    private Formula call(Term.Call call) {
        List<Term> arguments = call.arguments();
        return switch (call.function()) {
            case "IF" -> {
                count(call, 3, 3);
                Formula condition = wanted(arguments.getFirst(), FormulaType.BOOLEAN);
                List<Formula> branches = alike(arguments.subList(1, 3));
                yield new Formula.Choice(condition, branches.getFirst(), branches.getLast(), common(branches));
            }
            case "CASE" -> choices(call);
            case "ISBLANK" -> {
                count(call, 1, 1);
                yield new Formula.Blank(typed(arguments.getFirst()));
            }
            case "BLANKVALUE", "NULLVALUE" -> {
                count(call, 2, 2);
                List<Formula> values = alike(arguments);
                yield new Formula.Choice(new Formula.Blank(values.getFirst()), values.getLast(), values.getFirst(), common(values));
            }
            case "TEXT" -> {
                count(call, 1, 1);
                yield new Formula.InWords(typed(arguments.getFirst()));
            }
            case "ISPICKVAL" -> {
                count(call, 2, 2);
                Formula value = new Formula.InWords(wanted(arguments.getFirst(), FormulaType.PICKLIST));
                yield new Formula.Binary(Operator.EQUAL, value, wanted(arguments.getLast(), FormulaType.TEXT), FormulaType.BOOLEAN);
            }
            case "ISNEW", "ISCHANGED", "PRIORVALUE" -> change(call);
            default -> applied(call);
        };
    }

    private Formula change(Term.Call call) {
        if (!changes) {
            throw FormulaProblems.at(call.place(), call.function() + " is for validation rules: a formula knows only what the record is.");
        }
        if (call.function().equals("ISNEW")) {
            count(call, 0, 0);
            return new Formula.IsNew();
        }
        count(call, 1, 1);
        if (!(call.arguments().getFirst() instanceof Term.Name name && named(name) instanceof Formula.Stored(var field, var type))) {
            throw FormulaProblems.at(call.arguments().getFirst().place(), call.function() + " takes a field that is not computed.");
        }
        Formula prior = new Formula.Prior(field, type);
        return call.function().equals("PRIORVALUE")
                ? prior
                : new Formula.Binary(Operator.UNEQUAL, new Formula.Stored(field, type), prior, FormulaType.BOOLEAN);
    }

    /** CASE(value, match, result, …, otherwise). The value stands once in each comparison. */
    private Formula choices(Term.Call call) {
        List<Term> arguments = call.arguments();
        if (arguments.size() < 4 || arguments.size() % 2 != 0) {
            throw FormulaProblems.at(call.place(), "CASE takes a value, pairs of match and result, and what else to give.");
        }
        List<Term> results = new ArrayList<>();
        for (int i = 2; i < arguments.size(); i += 2) {
            results.add(arguments.get(i));
        }
        results.add(arguments.getLast());
        List<Formula> typed = alike(results);
        Formula choice = typed.getLast();
        for (int i = typed.size() - 2; i >= 0; i--) {
            Term match = arguments.get(2 * i + 1);
            Formula condition = compared(new Term.Binary(Operator.EQUAL, arguments.getFirst(), match, match.place()));
            choice = new Formula.Choice(condition, typed.get(i), choice, common(typed));
        }
        return choice;
    }

    private Formula applied(Term.Call call) {
        Function function = Function.named(call.function())
                .orElseThrow(() -> FormulaProblems.at(call.place(), "there is no function '" + call.function() + "'."));
        List<Formula> arguments = new ArrayList<>();
        for (Term argument : call.arguments()) {
            FormulaType wanted = function.parameter(arguments.size());
            if (wanted == null) {
                throw FormulaProblems.at(argument.place(), function + " takes no more than " + arguments.size() + " values.");
            }
            arguments.add(wanted(argument, wanted));
        }
        if (arguments.size() < function.least()) {
            throw FormulaProblems.at(call.place(), function + " takes " + function.least() + " values.");
        }
        return new Formula.Applied(function, arguments);
    }

    private static void count(Term.Call call, int least, int most) {
        int given = call.arguments().size();
        if (given < least || given > most) {
            throw FormulaProblems.at(call.place(), call.function() + " takes " + most + (most == 1 ? " value." : " values."));
        }
    }
}
