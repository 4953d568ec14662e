package org.gatehouse.metadata.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldTraits;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.ObjectTraits;
import org.gatehouse.metadata.OrgWideDefault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulasTest {
    private static final Instant NOW = Instant.parse("2026-11-23T07:00:00Z");

    private static final ObjectDefinition DEAL = new ObjectDefinition(
            new ObjectDefinition.Header(
                    "Deal", "Deal", "Deals", null, true, "records", "deal", "Name", null, OrgWideDefault.PRIVATE, false, null, null, null,
                    ObjectTraits.PLAIN),
            List.of(
                    field("Id", FieldType.ID, null),
                    field("Name", FieldType.TEXT, null),
                    field("Amount", FieldType.CURRENCY, null),
                    field("Share", FieldType.PERCENT, null),
                    field("Won", FieldType.BOOLEAN, null),
                    field("Closed", FieldType.DATE, null),
                    field("Stage", FieldType.PICKLIST, null),
                    field("Fee", FieldType.NUMBER, "Amount / Share"),
                    field("Chicken", FieldType.NUMBER, "Egg + 1"),
                    field("Egg", FieldType.NUMBER, "Chicken - 1")));

    private static FieldDefinition field(String name, FieldType type, @Nullable String formula) {
        return new FieldDefinition(
                name, name, type, name, null, null, null, false, false, false, List.of(), null, null, null, null, List.of(),
                formula == null ? FieldTraits.PLAIN : FieldTraits.PLAIN.withFormula(formula));
    }

    private static @Nullable Object value(String formula, Map<String, Object> record) {
        return new FormulaEvaluator(NOW).value(FormulaTyping.formula(DEAL, formula), RecordState.of(values(record)));
    }

    private static Map<FieldDefinition, @Nullable Object> values(Map<String, Object> record) {
        Map<FieldDefinition, @Nullable Object> values = new HashMap<>();
        record.forEach((name, value) -> values.put(DEAL.field(name).orElseThrow(), value));
        return values;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "1 + 2 * 3; 7",
                "(1 + 2) * 3; 9",
                "10 - 3 - 2; 5",
                "-2 * -3; 6",
                "1 / 3; 0.3333333333",
                "2 / 3; 0.6666666667",
                "MOD(-7, 3); -1",
                "ROUND(2.345, 2); 2.35",
                "ROUND(-2.5, 0); -3",
                "FLOOR(-1.5); -2",
                "CEILING(1.2); 2",
                "MIN(3, 1, 2); 1",
                "'a' & \"b\"; ab",
                "LEFT('abc', 2); ab",
                "RIGHT('abc', 2); bc",
                "MID('abcdef', 2, 3); bcd",
                "LEFT('abc', 99); abc",
                "UPPER(TRIM('  x ')); X",
                "LEN('😀'); 1",
                "IF(1 < 2 && !(2 < 1), 'yes', 'no'); yes",
                "CASE(2, 1, 'one', 2, 'two', 'many'); two",
                "CONTAINS('a%b', '%'); true",
                "BEGINS('abc', 'b'); false",
                "TEXT(DATE(2024, 2, 29)); 2024-02-29",
                "YEAR(TODAY()); 2026",
                "BLANKVALUE(NULL, 'x'); x",
                "NULL = ''; true",
                "1 < NULL; false",
            })
    void computesWhatIsWritten(String formula, String expected) {
        Object value = value("TEXT(" + formula + ")", Map.of());

        assertThat(value).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "1 / 0", "MOD(1, 0)", "Amount + 1", "MAX(1, Amount)", "DATE(2023, 2, 29)", "DATE(0, 1, 1)", "LEFT('abc', -1)", "MID('abc', 9, 1)",
                "999999999999999999999999 * 10", "YEAR(Closed)", "Fee",
            })
    void givesNullForWhatCannotBeComputed(String formula) {
        Map<String, Object> record = new HashMap<>();

        Object value = value(formula, record);

        assertThat(value).isNull();
    }

    @Test
    void computesFromTheRecordAndFromOtherFormulas() {
        Map<String, Object> deal =
                Map.of("Amount", new BigDecimal("100"), "Share", new BigDecimal("8"), "Stage", "Won", "Closed", LocalDate.of(2026, 1, 2));

        assertThat(value("TEXT(Fee * 2)", deal)).isEqualTo("25");
        assertThat(value("ISPICKVAL(stage, 'Won') && DAY(closed) = 2", deal)).isEqualTo(true);
        assertThat(value("NOT(Won)", deal)).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "1 +; Line 1, column 4: the formula ends too early.",
                "1 # 2; Line 1, column 3: '#' is not expected here.",
                "1 < 2 < 3; Line 1, column 7: '<' is not expected here.",
                "Nothing + 1; Line 1, column 1: the object has no field 'Nothing'.",
                "1 + 'a'; Line 1, column 5: this is text and should be a number.",
                "Stage = 'Won'; Line 1, column 9: compare a picklist with ISPICKVAL(field, \"value\"), or take its text with TEXT(field).",
                "Stage = Stage; Line 1, column 1: compare a picklist with",
                "ISNEW(); Line 1, column 1: ISNEW is for validation rules",
                "'a' < 'b'; Line 1, column 1: only numbers, dates and times can be below or above each other.",
                "SLEEP(1); Line 1, column 1: there is no function 'SLEEP'.",
                "ABS(1, 2); Line 1, column 8: ABS takes no more than 1 values.",
                "ABS(); Line 1, column 1: ABS takes 1 values.",
                "IF(Won, 1, 'a'); Line 1, column 12: this is text and should be a number.",
            })
    void saysWhereAFormulaIsWrong(String formula, String message) {
        assertThatThrownBy(() -> FormulaTyping.formula(DEAL, formula)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ISNEW(); true; false; false",
                "ISCHANGED(Amount); false; true; false",
                "ISCHANGED(Stage); false; false; false",
                "PRIORVALUE(Amount) > 5; true; false; true",
                "Amount < PRIORVALUE(Amount); false; false; false",
            })
    void conditionsKnowWhatTheRecordWas(String condition, boolean created, boolean raised, boolean kept) {
        var formula = FormulaTyping.condition(DEAL, condition);
        var small = values(Map.of("Amount", new BigDecimal("1"), "Stage", "Won"));
        var large = values(Map.of("Amount", new BigDecimal("9.00"), "Stage", "Won"));
        var evaluator = new FormulaEvaluator(NOW);

        assertThat(evaluator.holds(formula, new RecordState(large, null))).as("created").isEqualTo(created);
        assertThat(evaluator.holds(formula, new RecordState(large, small))).as("raised").isEqualTo(raised);
        assertThat(evaluator.holds(formula, new RecordState(large, values(Map.of("Amount", new BigDecimal("9"), "Stage", "Won"))))).as("kept").isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Amount; this is a number and should be true or false", "ISCHANGED(1); takes a field", "ISCHANGED(Fee); takes a field"})
    void aConditionIsTrueOrFalseAndKnowsThePastOfStoredFieldsOnly(String condition, String message) {
        assertThatThrownBy(() -> FormulaTyping.condition(DEAL, condition)).hasMessageContaining(message);
    }

    @Test
    void refusesAFieldComputedFromItself() {
        assertThatThrownBy(() -> FormulaTyping.formula(DEAL, "Chicken")).hasMessageContaining("would be computed from itself");
    }

    @Test
    void refusesDeepNestingBeforeParsing() {
        String deep = "(".repeat(400) + "1" + ")".repeat(400);

        assertThatThrownBy(() -> FormulaTyping.formula(DEAL, deep)).hasMessageContaining("nested more than 40 deep");
    }
}
