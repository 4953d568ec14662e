package org.gatehouse.metadata.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.design.FieldSettings;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestObjects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema that Gatehouse did not design, mapped and asked under sharing. */
class ShippingCompanyTest {
    private static final String SALES = "ProfileStandardUser";
    private static final Map<Product, TestObjects> MAPPED = new EnumMap<>(Product.class);
    private static @Nullable TestObjects infinite;

    @ParameterizedTest
    @EnumSource(Product.class)
    void listsTheTablesAndViewsOfOthersOnly(Product product) {
        TestObjects company = mapped(product);

        List<TableName> tables = company.mapping().tables();

        assertThat(tables).contains(new TableName("shipping.stowage", false));
        assertThat(tables).extracting(TableName::table).noneMatch(name -> name.matches("(?i)(gatehouse|records|pg_catalog|information_schema)\\..*"));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void offersATableUntilAnObjectStandsForIt(Product product) {
        TestObjects company = new TestObjects(SampleWorld.own(product));
        company.run("/mapping/shipping.sql");
        TableName crew = new TableName("shipping.crew_member", false);
        TableName view = new TableName("shipping.heavy_container", true);

        assertThat(company.mapping().tables()).contains(crew, view).doesNotContain(new TableName("billing.inv_pos", false));
        company.mapping().create(company.mapping().propose(crew.table()).object());

        assertThat(company.mapping().tables()).contains(view).doesNotContain(crew);
    }

    /** Attack P23: dates of PostgreSQL may be infinite, and of those no part can be taken. */
    @ParameterizedTest
    @ValueSource(strings = {"CALENDAR_YEAR", "CALENDAR_QUARTER", "CALENDAR_MONTH", "DAY_IN_MONTH", "DAY_IN_WEEK", "DAY_IN_YEAR", "WEEK_IN_MONTH", "WEEK_IN_YEAR"})
    void p23AnInfiniteDateOnAHiddenRowSaysNothing(String part) {
        TestObjects company = infinite();

        var answer = company.query("rep.west.1", "SELECT COUNT() FROM CrewMember WHERE " + part + "(Born) > 0");
        var seen = company.query("admin", "SELECT " + part + "(Born) part, COUNT(Id) n FROM CrewMember GROUP BY " + part + "(Born)");

        assertThat(answer.totalSize()).isZero();
        assertThat(seen.records()).singleElement().satisfies(group -> {
            assertThat(group.path("part").isNull()).isTrue();
            assertThat(group.path("n").asInt()).isEqualTo(2);
        });
    }

    private static synchronized TestObjects infinite() {
        if (infinite == null) {
            TestObjects company = new TestObjects(SampleWorld.own(Product.POSTGRESQL));
            company.run("/mapping/shipping.sql");
            company.mapping().create(company.mapping().propose("shipping.crew_member").object());
            company.grant(SALES, "CrewMember", "Born");
            company.grant("ProfileSystemAdministrator", "CrewMember", "Born");
            company.world().database().sql().execute("UPDATE gatehouse.object_permission SET view_all = TRUE WHERE object_name = 'CrewMember'"
                    + " AND permission_set_id = '0PS000000000000001'");
            company.world().database().sql().execute("DELETE FROM shipping.crew_member");
            company.world().database().sql().execute("INSERT INTO shipping.crew_member (id, full_name, born) VALUES"
                    + " (gen_random_uuid(), 'Ahasver', 'infinity'), (gen_random_uuid(), 'Methuselah', '-infinity')");
            infinite = company;
        }
        return infinite;
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void proposesFieldsOfTheirTypesAndSaysWhatItLeavesOut(Product product) {
        TestObjects company = mapped(product);

        Proposal voyage = company.mapping().propose("shipping.voyage");
        Proposal customer = company.mapping().propose("shipping.customer");
        Proposal booking = company.mapping().propose("shipping.booking");

        assertThat(Objects.requireNonNull(voyage.object().fields())).extracting(FieldSettings::name, FieldSettings::type)
                .containsExactly(
                        tuple("VesselImoId", "Lookup"), tuple("FromPortId", "Lookup"),
                        tuple("ToPortId", "Lookup"), tuple("Departs", "DateTime"),
                        tuple("Arrives", "DateTime"), tuple("Label", "Text"));
        assertThat(voyage.object().nameField()).isEqualTo("Label");
        assertThat(customer.leftOut()).extracting(Proposal.LeftOut::column).containsExactly("photo");
        assertThat(company.mapping().propose("shipping.port").leftOut()).extracting(Proposal.LeftOut::column).containsExactly("tags");
        assertThat(company.mapping().propose("shipping.vessel").leftOut()).extracting(Proposal.LeftOut::column).containsExactly("draught");
        assertThat(Objects.requireNonNull(booking.object().fields())).extracting(FieldSettings::name).contains("OrderValue");
        assertThat(List.of(voyage.object().orgWideDefault(), voyage.object().writeMode())).containsExactly("Private", "ReadOnly");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void refusesAKeyOfSeveralColumnsAndAViewWithoutAKey(Product product) {
        TestObjects company = mapped(product);

        assertThatThrownBy(() -> company.mapping().propose("shipping.stowage")).isInstanceOf(ProblemException.class).satisfies(
                refusal -> assertThat(((ProblemException) refusal).problem().toString()).contains("several columns"));
        ObjectSettings view = company.mapping().propose("shipping.heavy_container").object();
        assertThatThrownBy(() -> company.mapping().create(renamed(view, "Heavy"))).isInstanceOf(ProblemException.class).satisfies(
                refusal -> assertThat(((ProblemException) refusal).problem().toString()).contains("name the column"));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void neverMapsGatehousesOwnTables(Product product) {
        TestObjects company = mapped(product);

        for (String own : List.of("gatehouse.app_user", "records.account", "pg_catalog.pg_authid", "information_schema.tables", "nowhere")) {
            assertThatThrownBy(() -> company.mapping().propose(own)).as(own).isInstanceOf(ProblemException.class).hasMessageContaining("NOT_FOUND");
        }
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void joinsAcrossKeysOfEveryKindUnderSharing(Product product) {
        TestObjects company = mapped(product);

        var mine = company.query("rep.west.1", "SELECT Id, Customer.CompanyName, Voyage.Label, Voyage.VesselImo.Name FROM Booking ORDER BY Id");
        var manager = company.query("manager.west", "SELECT Id FROM Booking ORDER BY Id");

        assertThat(values(mine.records(), "/Id")).containsExactly("BK-1");
        assertThat(values(mine.records(), "/Customer/CompanyName")).containsExactly("Acme Tools");
        assertThat(values(mine.records(), "/Voyage/VesselImo/Name")).containsExactly("Emma");
        assertThat(values(manager.records(), "/Id")).containsExactly("BK-1", "BK-2");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aDetailIsSeenWithItsParentOnly(Product product) {
        TestObjects company = mapped(product);

        var mine = company.query("rep.west.2", "SELECT Id, Number, BookingRef.Id, Kind.Id FROM Container ORDER BY Id");
        var heavy = company.query("rep.west.2", "SELECT COUNT() FROM HeavyContainer");

        assertThat(values(mine.records(), "/Id")).containsExactly("3");
        assertThat(values(mine.records(), "/Kind/Id")).containsExactly("22");
        assertThat(heavy.totalSize()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void idsOfNumbersAndUuidsAreTextThatIsFoundExactly(Product product) {
        TestObjects company = mapped(product);

        assertThat(ids(company, "SELECT Id FROM Voyage WHERE Id = '501'")).containsExactly("501");
        assertThat(ids(company, "SELECT Id FROM Voyage WHERE Id = '0501'")).isEmpty();
        assertThat(ids(company, "SELECT Id FROM Voyage WHERE Id = 'nonsense'")).isEmpty();
        assertThat(ids(company, "SELECT Id FROM Customer WHERE Id IN ('11111111-1111-4111-8111-111111111111', 'nonsense')"))
                .containsExactly("11111111-1111-4111-8111-111111111111");
        assertThat(ids(company, "SELECT Id FROM Vessel WHERE Id = '99999999999'")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aTimeWithoutAZoneIsUtcWhateverTheZoneOfTheServer(Product product) {
        TestObjects company = mapped(product);

        var exact = company.query("rep.west.1", "SELECT Id, Departs FROM Voyage WHERE Departs = 2026-03-01T06:00:00Z");
        var later = company.query("rep.west.1", "SELECT Id FROM Voyage WHERE Departs > 2026-03-01T06:00:00Z");

        assertThat(values(exact.records(), "/Departs")).containsExactly("2026-03-01T06:00:00.000Z");
        assertThat(values(later.records(), "/Id")).containsExactly("502");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aColumnThatMustBeFilledIsNotOpenToEverybodyForThat(Product product) {
        TestObjects company = mapped(product);

        FieldDefinition margin = company.access("admin").catalog().find("Contract").orElseThrow().field("SecretMargin").orElseThrow();

        assertThat(margin.required()).isTrue();
        assertThat(company.access("admin").canRead(company.access("admin").catalog().find("Contract").orElseThrow(), margin)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aTableThatChangedTakesItsObjectOutOfUseUntilItFitsAgain(Product product) {
        TestObjects company = new TestObjects(SampleWorld.own(product));
        company.run("/mapping/shipping.sql");
        company.mapping().create(company.mapping().propose("shipping.crew_member").object());
        company.grant(SALES, "CrewMember", "FullName");

        assertThat(company.mapping().check()).isEmpty();
        company.world().database().sql().execute("ALTER TABLE shipping.crew_member RENAME COLUMN born TO birthday");

        assertThat(company.mapping().check()).singleElement().satisfies(checked -> {
            assertThat(checked.object()).isEqualTo("CrewMember");
            assertThat(String.valueOf(checked.reason())).contains("Born", "born", "shipping.crew_member");
        });
        assertThat(company.access("rep.west.1").readableObject("CrewMember")).isEmpty();
        assertThatThrownBy(() -> company.query("rep.west.1", "SELECT Id FROM CrewMember")).hasMessageContaining("INVALID_TYPE");
        assertThat(company.objects().one("CrewMember").unavailable()).isNotNull();

        company.world().database().sql().execute("ALTER TABLE shipping.crew_member RENAME COLUMN birthday TO born");

        assertThat(company.mapping().check()).singleElement().satisfies(checked -> assertThat(checked.reason()).isNull());
        assertThat(company.query("rep.west.1", "SELECT COUNT() FROM CrewMember").totalSize()).isZero();
    }

    private static List<String> ids(TestObjects company, String soql) {
        return values(company.query("rep.west.1", soql).records(), "/Id");
    }

    private static List<String> values(List<ObjectNode> records, String path) {
        return records.stream().map(record -> record.at(path).asText()).toList();
    }

    private static ObjectSettings renamed(ObjectSettings settings, String name) {
        ObjectNode json = json(settings);
        return TestObjects.object(json.put("name", name).toString());
    }

    private static ObjectNode json(ObjectSettings settings) {
        return Json.literal(Json.text(settings));
    }

    /** The company with all its tables mapped, that tests share as long as they only read. */
    private static synchronized TestObjects mapped(Product product) {
        return MAPPED.computeIfAbsent(product, it -> {
            TestObjects company = new TestObjects(SampleWorld.own(it));
            company.run("/mapping/shipping.sql");
            open(company, "country", "PublicRead");
            open(company, "port", "PublicRead");
            open(company, "vessel", "PublicRead");
            open(company, "voyage", "PublicRead");
            open(company, "customer", "PublicRead");
            open(company, "contract", "PublicRead");
            open(company, "container_kind", "PublicRead");
            open(company, "crew_member", "PublicRead");
            save(company, owned(json(company.mapping().propose("shipping.booking").object())));
            save(company, json(company.mapping().propose("shipping.container").object())
                    .put("orgWideDefault", "ControlledByParent")
                    .put("parentField", "BookingRefId"));
            save(company, json(company.mapping().propose("shipping.heavy_container").object()).put("keyColumn", "id").put("orgWideDefault", "PublicRead"));
            return company;
        });
    }

    private static void open(TestObjects company, String table, String orgWideDefault) {
        save(company, json(company.mapping().propose("shipping." + table).object()).put("orgWideDefault", orgWideDefault));
    }

    private static void save(TestObjects company, ObjectNode settings) {
        ObjectSettings saved = company.mapping().create(TestObjects.object(settings.toString()));
        List<String> fields = new ArrayList<>();
        Objects.requireNonNull(saved.fields()).stream().map(FieldSettings::name).filter(name -> !name.equals("Id")).forEach(fields::add);
        company.grant(SALES, saved.name(), fields.toArray(String[]::new));
    }

    /** The column of the agent holds the ids of people. */
    private static ObjectNode owned(ObjectNode booking) {
        booking.withArray("fields").forEach(field -> {
            if (field.path("column").asText().equals("agent")) {
                ((ObjectNode) field).put("name", "AgentId").put("type", "Lookup").putNull("length").putArray("referenceTo").add("User");
            }
        });
        return booking.put("ownerField", "AgentId").put("hierarchyAccess", true).put("owned", true);
    }
}
