package org.gatehouse.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.platform.database.schema.Tables.AGENT_CEILING;
import static org.gatehouse.testing.TestObjects.object;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.formula.FormulaEvaluator;
import org.gatehouse.metadata.formula.FormulaFields;
import org.gatehouse.metadata.formula.RecordState;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestObjects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formula fields in queries: each clause, both databases, and the same values as the evaluator that validation rules use. */
class FormulaFieldsTest {
    private static final int ROWS = 150;

    private static final List<String> NUMBERS = List.of(
            "A + B", "A - B", "A * B", "A / B", "-A", "A / B / C", "A * A * A * A", "(A * A * A * A) / A / A / A", "MOD(A, B)", "MOD(-A, C)",
            "ROUND(A / 3, B)", "ROUND(C, 2)", "ROUND(C, NULL)", "FLOOR(C)", "CEILING(C)", "ABS(C)", "MIN(A, B, C)", "MAX(A, B, C)", "MAX(A)",
            "IF(A > B, A, B)", "IF(Flag, A, NULL)", "CASE(TEXT(Color), 'Red', 1, 'Blue', 2, 0)", "BLANKVALUE(A, 7)", "LEN(T)", "LEN(T & U)",
            "YEAR(Day)", "MONTH(Day)", "DAY(Day)", "YEAR(DATE(A, B, C))", "DAY(DATE(2024, B, C))", "YEAR(TODAY())", "1 / 3 * 3", "999999999999999999999999 + A",
            "A / 0", "A + NULL");
    private static final List<String> TEXTS = List.of(
            "T & U", "T & '-' & TEXT(A)", "TEXT(C)", "TEXT(A / B)", "TEXT(-A / 1000000)", "TEXT(Day)", "TEXT(At)", "TEXT(Flag)", "TEXT(Color)",
            "TEXT(A > B)", "LEFT(T, 2)", "LEFT(T, A)", "RIGHT(T, 2)", "RIGHT(T, B)", "MID(T, 2, 2)", "MID(T, A, B)", "MID(T, -5, 3)", "TRIM(U)",
            "UPPER(T)", "LOWER(T)", "IF(CONTAINS(T, U), T, U)", "BLANKVALUE(T, 'none')", "IF(ISBLANK(T), '', 'x')", "'%_!\\\\' & T",
            "TEXT(DATE(A, B, C))", "OwnerId & Id");
    private static final List<String> TRUTHS = List.of(
            "A > B", "A <= B", "A = B", "A <> B", "NOT(A > B)", "!Flag", "Flag && A > 0", "Flag || A > 0", "AND(Flag, A > 0, B > 0)", "OR(Flag, A > 0)",
            "ISBLANK(T)", "ISBLANK(A / B)", "T = U", "T <> U", "T = NULL", "CONTAINS(T, U)", "BEGINS(T, U)", "CONTAINS(T, '😀')", "ISPICKVAL(Color, 'Red')",
            "Day > DATE(2024, 2, 28)", "Day = TODAY()", "At < NOW()", "At = NULL", "IF(A > B, NULL, TRUE)", "NOT(IF(A > B, NULL, TRUE))", "Flag = (A > B)");
    private static final List<String> DAYS = List.of(
            "Day", "DATE(YEAR(Day), MONTH(Day), 1)", "DATE(2024, B, C)", "DATE(2023, 2, A)", "IF(Flag, Day, DATE(2000, 1, 1))", "TODAY()");
    private static final List<String> MOMENTS = List.of("At", "NOW()", "IF(Flag, At, NOW())");

    @ParameterizedTest
    @EnumSource
    void aQueryComputesWhatTheEvaluatorComputes(Product product) {
        TestObjects company = company(product);
        try {
            company.objects().create(object(everyFormula()));
        } catch (ProblemException e) {
            throw new AssertionError(e.problem().toString(), e);
        }
        fill(company, new Random(4));

        var answer = company.query("admin", "SELECT FIELDS(ALL) FROM Calc ORDER BY Id LIMIT 200");

        ObjectDefinition calc = company.access("admin").catalog().find("Calc").orElseThrow();
        FormulaEvaluator evaluator = new FormulaEvaluator(SampleWorld.NOW);
        assertThat(answer.records()).hasSize(ROWS).allSatisfy(record -> {
            RecordState state = RecordState.of(stored(calc, record));
            for (FieldDefinition field : calc.fields()) {
                if (field.isFormula()) {
                    Object expected = shown(evaluator.value(FormulaFields.required(calc, field), state), field);
                    assertThat(plain(record.path(field.apiName()))).as(field.traits().formula() + " of " + record).isEqualTo(expected);
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyClauseTakesAFormulaField(Product product) {
        TestObjects company = sales(product);

        assertThat(ids(company, "SELECT Id FROM Sale WHERE Each > 4 ORDER BY Each DESC NULLS LAST, Id")).containsExactly("3", "1");
        assertThat(ids(company, "SELECT Id FROM Sale WHERE Each = null ORDER BY Id")).containsExactly("4");
        assertThat(ids(company, "SELECT Id FROM Sale WHERE Size IN ('SMALL') ORDER BY Id")).containsExactly("1", "2", "4");
        assertThat(ids(company, "SELECT Id FROM Sale WHERE Size LIKE 'l%'")).containsExactly("3");
        assertThat(ids(company, "SELECT Id FROM Sale WHERE CALENDAR_YEAR(Due) = 2026 ORDER BY Id")).containsExactly("1", "2", "3", "4");
        assertThat(company.query("admin", "SELECT Size, COUNT(Id) n, SUM(Each) s FROM Sale GROUP BY Size HAVING MAX(Each) > 1 ORDER BY Size").records())
                .extracting(record -> record.path("Size").asText() + " " + record.path("n").asText() + " " + record.path("s").decimalValue().stripTrailingZeros().toPlainString())
                .containsExactly("large 1 50", "small 3 7.5");
        assertThat(company.query("admin", "SELECT Id, Sale.Each, Sale.Size FROM SaleNote WHERE Sale.Each = 50").records())
                .singleElement()
                .satisfies(record -> assertThat(record.path("Sale").path("Size").asText()).isEqualTo("large"));
    }

    /** Attack P23, by the one expression of the language that divides: it fails on no row, seen or hidden. */
    @ParameterizedTest
    @EnumSource
    void p23AFormulaThatCannotBeComputedOnAHiddenRowSaysNothing(Product product) {
        TestObjects company = sales(product);
        company.grant("ProfileStandardUser", "Sale", "Each", "Size");

        var answer = company.query("rep.west.1", "SELECT Id, Each FROM Sale WHERE Each > 0 ORDER BY Each");

        assertThat(answer.records()).isEmpty();
        assertThat(company.query("rep.west.1", "SELECT SUM(Each) s FROM Sale").records().getFirst().path("s").isNull()).isTrue();
    }

    @Test
    void aFormulaFieldIsReadByItsOwnPermissionAndNotByThoseOfItsInputs() {
        TestObjects company = sales(Product.H2);
        company.grant("ProfileStandardUser", "Sale", "Each");
        company.world().database().sql().execute("UPDATE records.sale SET owner_id = '" + company.world().userId("rep.west.1") + "'");

        assertThat(company.query("rep.west.1", "SELECT Id FROM Sale WHERE Each > 4").records()).hasSize(2);
        assertThatThrownBy(() -> company.query("rep.west.1", "SELECT Amount FROM Sale")).hasMessageContaining("No such column 'Amount'");
        assertThatThrownBy(() -> company.query("rep.west.1", "SELECT Size FROM Sale")).hasMessageContaining("No such column 'Size'");
        assertThatThrownBy(() -> company.query("rep.west.1", "SELECT Id FROM Sale ORDER BY Size")).hasMessageContaining("No such column 'Size'");
    }

    /** A ceiling says what an agent must not learn, from the field itself or from what is computed of it. */
    @ParameterizedTest
    @ValueSource(strings = {
        "{\"readable\": true, \"editable\": false, \"mask\": {\"kind\": \"NOTHING\", \"first\": 0, \"last\": 0}}",
        "{\"readable\": false, \"editable\": false}"
    })
    void aCeilingOverAFieldClosesTheFormulasOverIt(String amount) {
        TestObjects company = sales(Product.H2);
        company.world().database().sql()
                .insertInto(AGENT_CEILING, AGENT_CEILING.KIND, AGENT_CEILING.SUBJECT, AGENT_CEILING.DEFINITION)
                .values("Client", "inspector", "{\"objects\": {\"Sale\": {\"read\": true, \"allFields\": true, \"fields\": {\"Amount\": " + amount + "}}}}")
                .execute();

        var agent = company.world().permissions().access(company.world().userId("admin"), "inspector", "platform/object-reads", company.version());

        ObjectDefinition sale = agent.catalog().find("Sale").orElseThrow();
        assertThat(List.of("Each", "Size", "Due", "Pieces")).filteredOn(field -> agent.canRead(sale, sale.field(field).orElseThrow()))
                .containsExactly("Due", "Pieces");
        assertThat(company.access("admin").canRead(sale, sale.field("Each").orElseThrow())).as("the person by themselves").isTrue();
        assertThatThrownBy(() -> company.world().queries(Duration.ofSeconds(30)).run("SELECT Id FROM Sale WHERE Each > 1", agent))
                .hasMessageContaining("No such column 'Each'");
    }

    @Test
    void nobodySetsAFormulaField() {
        TestObjects company = sales(Product.H2);
        var access = company.access("admin");
        ObjectDefinition sale = access.catalog().find("Sale").orElseThrow();

        assertThat(access.canRead(sale, sale.field("Each").orElseThrow())).isTrue();
        assertThat(access.canSet(sale, sale.field("Each").orElseThrow())).isFalse();
        assertThat(access.canSet(sale, sale.field("Amount").orElseThrow())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
        "Number; Nothing + 1; no field 'Nothing'",
        "Number; 'a'; should be a number",
        "Text; 5; should be text",
        "Number; X + 1; computed from itself",
        "Text; Story; long text",
        "Picklist; 'a'; a formula gives",
        "Number; ISNEW(); validation rules",
        "Number; 1 +; ends too early"
    })
    void aFormulaThatIsNoneIsRefusedWithItsPlace(String type, String formula, String message) {
        TestObjects company = company(Product.H2);

        assertThatThrownBy(() -> company.objects().create(object("""
                {"name": "Calc", "label": "Calc", "fields": [{"name": "Story", "type": "LongText"}, {"name": "X", "type": "%s", "formula": "%s"}]}"""
                .formatted(type, formula))))
                .satisfies(refusal -> assertThat(((ProblemException) refusal).problem().toString()).contains("/fields/X/formula", message));
    }

    @Test
    void aFormulaThatDoublesAtEachStepIsRefused() {
        TestObjects company = company(Product.H2);
        String deep = "1";
        for (int i = 0; i < 12; i++) {
            deep = "ROUND(1, " + deep + ")";
        }
        String formula = deep;

        assertThatThrownBy(() -> company.objects().create(object("""
                {"name": "Calc", "label": "Calc", "fields": [{"name": "X", "type": "Number", "formula": "%s"}]}""".formatted(formula))))
                .satisfies(refusal -> assertThat(((ProblemException) refusal).problem().toString()).contains("too much for a query"));
    }

    private static TestObjects company(Product product) {
        return new TestObjects(SampleWorld.own(product));
    }

    private static TestObjects sales(Product product) {
        TestObjects company = company(product);
        company.objects().create(object("""
                {"name": "Sale", "label": "Sale", "fields": [
                  {"name": "Amount", "type": "Currency", "permissionSets": [{"permissionSet": "ProfileSystemAdministrator", "edit": true}]},
                  {"name": "Pieces", "type": "Number", "permissionSets": [{"permissionSet": "ProfileSystemAdministrator", "edit": true}]},
                  {"name": "Each", "type": "Currency", "formula": "Amount / Pieces",
                   "permissionSets": [{"permissionSet": "ProfileSystemAdministrator"}]},
                  {"name": "Size", "type": "Text", "formula": "IF(Each > 10, 'large', 'small')",
                   "permissionSets": [{"permissionSet": "ProfileSystemAdministrator"}]},
                  {"name": "Due", "type": "Date", "formula": "TODAY()", "permissionSets": [{"permissionSet": "ProfileSystemAdministrator"}]}]}"""));
        company.objects().create(object("""
                {"name": "SaleNote", "label": "Note", "fields": [
                  {"name": "SaleId", "type": "Lookup", "referenceTo": ["Sale"],
                   "permissionSets": [{"permissionSet": "ProfileSystemAdministrator"}]}]}"""));
        var sql = company.world().database().sql();
        String admin = company.world().userId("admin");
        List.of("1, 10, 2", "2, 5, 2", "3, 50, 1", "4, 9, 0").forEach(row -> sql.execute(
                "INSERT INTO records.sale (owner_id, name, id, amount, pieces) VALUES ('" + admin + "', 'x', " + row + ")"));
        sql.execute("INSERT INTO records.sale_note (owner_id, name, id, sale_id) VALUES ('" + admin + "', 'x', 'n1', '3')");
        return company;
    }

    private static List<String> ids(TestObjects company, String soql) {
        return company.query("admin", soql).records().stream().map(record -> record.path("Id").asText()).toList();
    }

    private static String everyFormula() {
        ObjectNode calc = Json.object().put("name", "Calc").put("label", "Calc");
        var fields = calc.putArray("fields");
        stored(fields.addObject(), "A", "Number").put("digits", 18).put("scale", 0);
        stored(fields.addObject(), "B", "Number").put("digits", 18).put("scale", 2);
        stored(fields.addObject(), "C", "Number").put("digits", 18).put("scale", 9);
        stored(fields.addObject(), "T", "Text");
        stored(fields.addObject(), "U", "Text");
        stored(fields.addObject(), "Flag", "Boolean");
        stored(fields.addObject(), "Day", "Date");
        stored(fields.addObject(), "At", "DateTime");
        stored(fields.addObject(), "Color", "Picklist").putArray("values").addObject().put("value", "Red");
        Map.of("Number", NUMBERS, "Text", TEXTS, "Boolean", TRUTHS, "Date", DAYS, "DateTime", MOMENTS).forEach((type, formulas) -> {
            for (int i = 0; i < formulas.size(); i++) {
                ObjectNode field = stored(fields.addObject(), type + i, type).put("formula", formulas.get(i));
                if (type.equals("Number")) {
                    field.put("digits", 18).put("scale", i % 2 == 0 ? 10 : 2);
                }
            }
        });
        return Json.text(calc);
    }

    private static ObjectNode stored(ObjectNode field, String name, String type) {
        field.put("name", name).put("type", type).putArray("permissionSets").addObject().put("permissionSet", "ProfileSystemAdministrator");
        return field;
    }

    private static void fill(TestObjects company, Random random) {
        List<String> whole = List.of("0", "1", "2", "-3", "12", "2024", "999999999999999999", "-999999999999999999");
        List<String> parts = List.of("0", "0.000000001", "-2.5", "2.345000000", "29", "31", "1.5", "999999999");
        List<String> texts = List.of("", "abc", "ABC", "a😀b😀c", "  x y ", "x", "%", "a\nb\n", "'", "\\", "😀");
        List<LocalDate> days = List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1700, 1, 1), LocalDate.of(4000, 12, 31), LocalDate.of(2026, 11, 23));
        List<Instant> moments = List.of(Instant.EPOCH, Instant.parse("2024-02-29T23:59:59.999999Z"), Instant.parse("2030-06-01T00:00:00Z"));
        String admin = company.world().userId("admin");
        for (int i = 0; i < ROWS; i++) {
            company.world().database().sql()
                    .insertInto(table(name("records", "calc")))
                    .set(field(name("id"), String.class), "s" + i)
                    .set(field(name("name"), String.class), "x")
                    .set(field(name("owner_id"), String.class), admin)
                    .set(field(name("a"), BigDecimal.class), decimal(some(random, whole)))
                    .set(field(name("b"), BigDecimal.class), decimal(some(random, parts.subList(2, 8))))
                    .set(field(name("c"), BigDecimal.class), decimal(some(random, parts)))
                    .set(field(name("t"), String.class), some(random, texts))
                    .set(field(name("u"), String.class), some(random, texts))
                    .set(field(name("flag"), Boolean.class), random.nextBoolean())
                    .set(field(name("day"), LocalDate.class), some(random, days))
                    .set(field(name("at"), Instant.class), some(random, moments))
                    .set(field(name("color"), String.class), some(random, List.of("Red", "Blue")))
                    .execute();
        }
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static <T> @Nullable T some(Random random, List<T> values) {
        return random.nextInt(5) == 0 ? null : values.get(random.nextInt(values.size()));
    }

    private static Map<FieldDefinition, @Nullable Object> stored(ObjectDefinition object, ObjectNode record) {
        Map<FieldDefinition, @Nullable Object> values = new HashMap<>();
        object.fields().stream().filter(field -> !field.isFormula()).forEach(field -> {
            JsonNode value = record.path(field.apiName());
            values.put(field, value.isNull() || value.isMissingNode() ? null : switch (field.type()) {
                case NUMBER, CURRENCY, PERCENT -> value.decimalValue();
                case BOOLEAN -> value.booleanValue();
                case DATE -> LocalDate.parse(value.asText());
                case DATETIME -> Instant.parse(value.asText());
                default -> value.asText();
            });
        });
        return values;
    }

    /** The value as a query's answer has it, made plain: numbers without zeros at their end. */
    private static @Nullable Object shown(@Nullable Object value, FieldDefinition field) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.setScale(field.scale() == null ? 10 : field.scale(), RoundingMode.HALF_UP).stripTrailingZeros();
            case Boolean bool -> bool;
            case Instant instant -> instant.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
            default -> value.toString();
        };
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z") ? Instant.parse(value.asText()) : value.asText();
    }
}
