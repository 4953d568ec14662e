package org.gatehouse.metadata.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.platform.database.schema.Tables.RETIRED_STORAGE;
import static org.gatehouse.testing.TestObjects.field;
import static org.gatehouse.testing.TestObjects.object;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.Objects;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestObjects;
import org.jooq.DSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManagedObjectsTest {
    private static final String VEHICLE = """
            {"name": "Vehicle", "label": "Vehicle", "labelPlural": "Vehicles", "fields": [
              {"name": "Plate", "type": "Text", "length": 12, "externalId": true},
              {"name": "Notes", "type": "LongText"},
              {"name": "Doors", "type": "Number", "digits": 2, "scale": 0, "defaultValue": "4"},
              {"name": "Price", "type": "Currency"},
              {"name": "Discount", "type": "Percent"},
              {"name": "Electric", "type": "Boolean"},
              {"name": "Built", "type": "Date"},
              {"name": "ServicedAt", "type": "DateTime"},
              {"name": "Color", "type": "Picklist", "restricted": true, "trackHistory": true, "values": [{"value": "Red"}, {"value": "Blue"}]},
              {"name": "Extras", "type": "MultiPicklist", "values": [{"value": "Hitch"}, {"value": "Rack"}]},
              {"name": "Contact", "type": "Email", "permissionSets": [{"permissionSet": "ProfileStandardUser", "edit": true}]},
              {"name": "Hotline", "type": "Phone"},
              {"name": "Site", "type": "Url"},
              {"name": "AccountId", "type": "Lookup", "referenceTo": ["account"], "childRelationshipName": "Vehicles"},
              {"name": "ReplacesId", "type": "Lookup", "referenceTo": ["Vehicle"], "childRelationshipName": "ReplacedBy"},
              {"name": "AboutId", "type": "Lookup", "referenceTo": ["Account", "Opportunity"]}]}""";

    @ParameterizedTest
    @EnumSource(Product.class)
    void anObjectWithFieldsOfEveryTypeCanBeQueriedAtOnce(Product product) {
        TestObjects company = company(product);

        ObjectSettings made = company.objects().create(object(VEHICLE));
        company.grant("ProfileStandardUser", "Vehicle", "AccountId");
        insert(company, "a00000000000000001", "Beetle", "rep.west.1");

        assertThat(made.keyPrefix()).isEqualTo("a00");
        assertThat(made.table()).isEqualTo("records.vehicle");
        assertThat(Objects.requireNonNull(made.fields())).extracting(FieldSettings::name)
                .startsWith("Id", "Name", "OwnerId", "Plate")
                .contains("AccountId", "CreatedDate", "LastModifiedById", "IsDeleted");
        var mine = company.query("rep.west.1", "SELECT Id, Name, Contact, Account.Name FROM Vehicle");
        assertThat(mine.records()).singleElement().satisfies(record -> assertThat(record.path("Name").asText()).isEqualTo("Beetle"));
        assertThat(company.query("rep.west.2", "SELECT Id FROM Vehicle").records()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void nobodyReadsANewObjectOrANewFieldUntilGranted(Product product) {
        TestObjects company = company(product);

        company.objects().create(object(VEHICLE));

        ObjectDefinition vehicle = company.access("admin").catalog().find("Vehicle").orElseThrow();
        assertThat(company.access("rep.west.1").canRead(vehicle)).isFalse();
        assertThat(company.access("admin").canRead(vehicle)).isTrue();
        assertThat(company.access("admin").canRead(vehicle, vehicle.field("Plate").orElseThrow())).isFalse();
        company.grant("ProfileStandardUser", "Vehicle");
        assertThat(company.access("rep.west.1").canRead(vehicle, vehicle.field("Contact").orElseThrow())).isTrue();
        assertThat(company.access("rep.west.1").canRead(vehicle, vehicle.field("Plate").orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aFieldIsAddedChangedAndDeletedAndItsDataStaysUntilPurged(Product product) {
        TestObjects company = company(product);
        int version = version(company.objects().create(object(VEHICLE)));
        insert(company, "a00000000000000001", "Beetle", "rep.west.1");

        version = version(company.objects().addField("vehicle", field("""
                {"name": "Nickname", "type": "Text", "length": 20, "version": %d}""".formatted(version))));
        version = version(company.objects().changeField("Vehicle", field("""
                {"name": "Nickname", "type": "Text", "length": 60, "unique": true, "label": "Pet Name", "version": %d}""".formatted(version))));
        sql(company).execute("UPDATE records.vehicle SET nickname = 'a name that is longer than twenty characters'");
        version = version(company.objects().deleteField("Vehicle", "Nickname", version));

        assertThat(company.access("admin").catalog().find("Vehicle").orElseThrow().field("Nickname")).isEmpty();
        assertThat(sql(company).fetchCount(table(name("records", "vehicle")), org.jooq.impl.DSL.field(name("nickname")).isNotNull())).isEqualTo(1);
        company.objects().addField("Vehicle", field("""
                {"name": "Nickname", "type": "Number", "version": %d}""".formatted(version)));
        assertThat(company.access("admin").catalog().find("Vehicle").orElseThrow().field("Nickname").orElseThrow().column()).isEqualTo("nickname_2");

        assertThat(company.objects().allRetired()).singleElement().satisfies(retired -> {
            assertThat(retired.column()).isEqualTo("nickname");
            company.objects().purge(retired.id());
        });
        assertThat(company.objects().allRetired()).isEmpty();
        assertThatThrownBy(() -> sql(company).execute("SELECT nickname FROM records.vehicle")).isInstanceOf(org.jooq.exception.DataAccessException.class);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anObjectIsDeletedOnlyWhenNothingNamesItAndComesBackWithNobodysPermission(Product product) {
        TestObjects company = company(product);
        int version = version(company.objects().create(object(VEHICLE)));
        company.grant("ProfileStandardUser", "Vehicle", "Plate");
        int trip = version(company.objects().create(object("""
                {"name": "Trip", "label": "Trip", "autoNumberFormat": "T-{0000}", "parentField": "VehicleId", "fields": [
                  {"name": "VehicleId", "type": "MasterDetail", "referenceTo": ["Vehicle"], "childRelationshipName": "Trips"}]}""")));

        assertThatThrownBy(() -> company.objects().delete("Vehicle", version)).hasMessageContaining("Trip.VehicleId points to Vehicle");
        assertThatThrownBy(() -> company.objects().delete("Trip", trip + 1)).hasMessageContaining("CONFLICT");
        company.objects().delete("Trip", trip);
        company.objects().delete("Vehicle", version);

        assertThat(company.access("admin").catalog().find("Vehicle")).isEmpty();
        ObjectSettings again = company.objects().create(object(VEHICLE));
        assertThat(again.table()).isEqualTo("records.vehicle_2");
        assertThat(company.access("rep.west.1").canRead(company.access("admin").catalog().find("Vehicle").orElseThrow())).isFalse();
        company.objects().allRetired().forEach(retired -> company.objects().purge(retired.id()));
        assertThat(company.query("admin", "SELECT COUNT() FROM Vehicle").totalSize()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aMakingThatWasCutShortShowsNothingAndCanBeRepeated(Product product) {
        TestObjects company = company(product);
        // The table is made and marked, the definition was not written any more.
        sql(company).execute("CREATE TABLE records.vehicle (id VARCHAR(18))");
        sql(company).insertInto(RETIRED_STORAGE).values("cut-short", "records", "vehicle", null, java.time.Instant.EPOCH).execute();

        ObjectSettings made = company.objects().create(object(VEHICLE));

        assertThat(made.table()).isEqualTo("records.vehicle_2");
        company.objects().purge("cut-short");
        assertThat(company.query("admin", "SELECT COUNT() FROM Vehicle").totalSize()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void purgingAParentTakesItsDetailsAndEmptiesLookups(Product product) {
        TestObjects company = company(product);
        company.objects().create(object(VEHICLE));
        company.objects().create(object("""
                {"name": "Trip", "label": "Trip", "autoNumberFormat": "T-{0000}", "parentField": "VehicleId", "fields": [
                  {"name": "VehicleId", "type": "MasterDetail", "referenceTo": ["Vehicle"], "childRelationshipName": "Trips"}]}"""));
        insert(company, "a00000000000000001", "Beetle", "rep.west.1");
        insert(company, "a00000000000000002", "Golf", "rep.west.1");
        sql(company).execute("UPDATE records.vehicle SET replaces_id = 'a00000000000000001' WHERE id = 'a00000000000000002'");
        sql(company).execute("INSERT INTO records.trip (id, vehicle_id) VALUES ('a01000000000000001', 'a00000000000000001')");

        sql(company).execute("DELETE FROM records.vehicle WHERE id = 'a00000000000000001'");

        assertThat(sql(company).fetchCount(table(name("records", "trip")))).isZero();
        assertThat(sql(company).fetchCount(table(name("records", "vehicle")), org.jooq.impl.DSL.field(name("replaces_id")).isNull())).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void numbersAreGivenOutOnce(Product product) {
        TestObjects company = company(product);
        company.objects().create(object("""
                {"name": "Ticket", "label": "Ticket", "autoNumberFormat": "T-{0000}"}"""));

        AutoNumbers numbers = new AutoNumbers(sql(company));

        assertThat(List.of(numbers.next("Ticket", "Name"), numbers.next("Ticket", "Name"))).containsExactly(1L, 2L);
        var name = company.access("admin").catalog().find("Ticket").orElseThrow().field("Name").orElseThrow();
        assertThat(name.type()).isEqualTo(FieldType.AUTO_NUMBER);
        assertThat(AutoNumberFormat.parse(Objects.requireNonNull(name.traits().autoNumberFormat())).orElseThrow().format(12345)).isEqualTo("T-12345");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void whatBelongsToGatehouseIsNotChanged(Product product) {
        TestObjects company = company(product);

        for (Runnable change : List.<Runnable>of(
                () -> company.objects().delete("User", 1),
                () -> company.objects().addField("User", field("{\"name\": \"X\", \"type\": \"Text\", \"version\": 1}")),
                () -> company.objects().deleteField("Account", "IsDeleted", 1),
                () -> company.objects().deleteField("Account", "Name", 1),
                () -> company.objects().deleteField("Account", "Industry", 1),
                () -> company.objects().changeField("Account", field("{\"name\": \"CreatedDate\", \"type\": \"DateTime\", \"version\": 1}")))) {
            assertThatThrownBy(change::run).isInstanceOf(ProblemException.class).hasMessageContaining("CONFLICT");
        }
    }

    private static TestObjects company(Product product) {
        return new TestObjects(SampleWorld.own(product));
    }

    private static DSLContext sql(TestObjects company) {
        return company.world().database().sql();
    }

    private static int version(ObjectSettings settings) {
        return Objects.requireNonNull(settings.version());
    }

    private static void insert(TestObjects company, String id, String vehicle, String owner) {
        sql(company).execute("INSERT INTO records.vehicle (id, name, owner_id) VALUES ('" + id + "', '" + vehicle + "', '" + company.world().userId(owner) + "')");
    }
}
