package org.gatehouse.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.platform.database.schema.Tables.VALIDATION_RULE;
import static org.gatehouse.record.RecordWorld.refusal;

import java.util.List;
import java.util.Objects;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.metadata.design.ObjectStore;
import org.gatehouse.metadata.validation.ValidationRule;
import org.gatehouse.metadata.validation.ValidationRuleStore;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.Problem.WriteError;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes against the validation rules that administrators make. */
class ValidationTest {
    @ParameterizedTest
    @EnumSource(Product.class)
    void aRecordThatARuleCallsWrongIsNotWritten(Product product) {
        var company = new RecordWorld(product);
        rule(company, "Opportunity", new ValidationRule(
                "CloseInTime", "ISPICKVAL(StageName, 'Prospecting') && CloseDate > DATE(2030, 1, 1)", "Close sooner.", "CloseDate", null, null));

        Problem late = refusal(() -> company.create("rep.west.1", "Opportunity", deal("2031-01-01")));
        String id = company.create("rep.west.1", "Opportunity", deal("2029-01-01"));
        Problem changed = refusal(() -> company.update("rep.west.1", "Opportunity", id, "{\"CloseDate\": \"2030-01-02\"}"));

        assertThat(late).isEqualTo(new Problem.RefusedWrite(WriteError.FIELD_CUSTOM_VALIDATION_EXCEPTION, "Close sooner.", List.of("CloseDate")));
        assertThat(changed).isEqualTo(late);
        assertThat(company.seen("rep.west.1", "Opportunity", id, "CloseDate").path("CloseDate").asText()).isEqualTo("2029-01-01");
        assertThat(company.update("rep.west.1", "Opportunity", id, "{\"Name\": \"Another\"}").success()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRuleComparesWithWhatTheRecordWas(Product product) {
        var company = new RecordWorld(product);
        rule(company, "Account", new ValidationRule("KeepPhone", "ISCHANGED(Phone) && !ISNEW()", "Phones stay.", "Phone", null, null));
        String id = company.create("rep.west.1", "Account", "{\"Name\": \"Ebbe\", \"Phone\": \"1\"}");

        assertThat(company.update("rep.west.1", "Account", id, "{\"Phone\": \"1\", \"Name\": \"Flut\"}").success()).isTrue();
        assertThat(refusal(() -> company.update("rep.west.1", "Account", id, "{\"Phone\": \"2\"}")).message()).contains("Phones stay.");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRuleSeesHiddenFieldsAndDoesNotNameThem(Product product) {
        var company = new RecordWorld(product);
        rule(company, "Account", new ValidationRule("Rich", "AnnualRevenue > 5", "Leave rich accounts alone.", "AnnualRevenue", null, null));
        String id = company.create("rep.west.1", "Account", "{\"Name\": \"Ebbe\"}");
        company.set("account", id, "annual_revenue", 6);

        Problem refused = refusal(() -> company.update("rep.west.1", "Account", id, "{\"Name\": \"Flut\"}"));

        assertThat(refused).isEqualTo(
                new Problem.RefusedWrite(WriteError.FIELD_CUSTOM_VALIDATION_EXCEPTION, "Leave rich accounts alone.", List.of()));
    }

    @Test
    void anInactiveRuleSaysNothingAndOneThatCannotBeReadRefusesAll() {
        var company = new RecordWorld(Product.H2);
        rule(company, "Account", new ValidationRule("Never", "TRUE", "No.", null, false, null));

        assertThat(company.create("rep.west.1", "Account", "{\"Name\": \"Ebbe\"}")).isNotEmpty();

        company.world.database().sql().update(VALIDATION_RULE).set(VALIDATION_RULE.ACTIVE, true).set(VALIDATION_RULE.ERROR_CONDITION, "Gone").execute();
        company.versions.changed(Topic.METADATA);

        assertThat(refusal(() -> company.create("rep.west.1", "Account", "{\"Name\": \"Flut\"}")).message()).contains("Never cannot be read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "A; Nme = 'x'; No.; ; the object has no field 'Nme'",
                "A; Name; No.; ; this is text and should be true or false",
                "A; ~~; No.; ; say when a record is wrong",
                "A; TRUE; ~~; ; say in 1 to 255 characters",
                "A; TRUE; No.; Nme; the object has no such field",
                "1A; TRUE; No.; ; no API name",
                "taken; TRUE; No.; ; has a rule of that name already",
            })
    void aRuleThatCannotBeIsRefusedWithItsReason(String name, String condition, String message, @Nullable String field, String reason) {
        var company = new RecordWorld(Product.H2);
        rule(company, "Account", new ValidationRule("Taken", "FALSE", "No.", null, null, null));

        Problem problem = refusal(() -> rule(company, "Account", new ValidationRule(name, condition, message, field, null, null)));

        assertThat(problem).isInstanceOfSatisfying(
                Problem.InvalidArguments.class, it -> assertThat(it.violations().getFirst().message()).contains(reason));
    }

    @Test
    void aRuleIsChangedAndDeletedAtTheVersionThatWasRead() {
        var company = new RecordWorld(Product.H2);
        ValidationRuleStore store = store(company);
        ValidationRule made = rule(company, "Account", new ValidationRule("Taken", "TRUE", "No.", null, null, null));

        ValidationRule changed = company.world.transactions().run(
                () -> store.change("Account", "Taken", new ValidationRule("Taken", "FALSE", "No.", null, true, made.version())));

        assertThat(store.all("Account")).containsExactly(changed);
        assertThat(refusal(() -> store.change("Account", "Taken", made))).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> store.delete("Account", "Taken", 1)).isInstanceOf(ProblemException.class);
        store.delete("account", "Taken", 2);
        assertThat(store.all("Account")).isEmpty();
        assertThat(refusal(() -> store.all("Nothing"))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void aFieldThatARuleLooksAtIsNotDeleted() {
        var company = new RecordWorld(Product.H2);
        rule(company, "Account", new ValidationRule("Phoned", "ISBLANK(Phone)", "Phone.", null, null, null));
        var objects = new ObjectStore(
                company.world.database(), company.versions, new ObjectCatalogs(company.world.database()), () -> SampleWorld.NOW);

        Problem problem = refusal(() -> objects.deleteField("Account", "Phone", Objects.requireNonNull(objects.one("Account").version())));

        assertThat(problem).isInstanceOf(Problem.Conflict.class);
        assertThat(problem.message()).contains("The validation rule Account.Phoned looks at Account.Phone");
    }

    private static String deal(String closeDate) {
        return "{\"Name\": \"Deal\", \"StageName\": \"Prospecting\", \"CloseDate\": \"" + closeDate + "\"}";
    }

    private static ValidationRule rule(RecordWorld company, String object, ValidationRule rule) {
        return company.world.transactions().run(() -> store(company).create(object, rule));
    }

    private static ValidationRuleStore store(RecordWorld company) {
        return new ValidationRuleStore(company.world.database(), company.versions, new ObjectCatalogs(company.world.database()));
    }
}
