package org.gatehouse.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.FIELD_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_DEFINITION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ASSIGNMENT;
import static org.gatehouse.platform.database.schema.Tables.SYSTEM_PERMISSION;

import java.time.Instant;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestDatabases;
import org.junit.jupiter.api.Test;

/** The engine on the demo organisation: who holds what, since when and until when. */
class PermissionEngineTest {
    private static final String REP_WEST_1 = "005000000000000007";
    private static final String REP_WEST_2 = "005000000000000008";
    private static final String TEMP_WEST = "005000000000000025";
    private static final String MANAGER_WEST = "005000000000000005";
    private static final String MCP_CLIENT_USER = "0PS000000000000011";
    private static final String SALES_OPERATIONS = "0PS000000000000012";
    private static final Instant EXPIRY = Instant.parse("2027-06-30T00:00:00Z");

    private final Database database = new Database(TestDatabases.demoOrganisation());
    private final ConfigurationVersions versions = new ConfigurationVersions(database);
    private Instant now = Instant.parse("2026-06-01T00:00:00Z");
    private final PermissionEngine engine = new PermissionEngine(database, new ObjectCatalogs(database), () -> now);

    @Test
    void addsUpProfileAndPermissionSets() {
        var access = engine.access(MANAGER_WEST, 1);

        assertThat(access.permissionSetIds()).contains(MCP_CLIENT_USER, "0PS000000000000002", "0PS000000000000013");
        assertThat(access.readableObject("Account")).as("by profile").isPresent();
        assertThat(access.readableObject("Invoice")).as("by permission set").isPresent();
        assertThat(access.has(SystemPermission.VIEW_ALL_DATA)).isFalse();
    }

    @Test
    void endsATimeLimitedPermissionSetAtItsVerySecond() {
        now = EXPIRY.minusSeconds(1);
        var before = engine.access(TEMP_WEST, 1).permissionSetIds();

        now = EXPIRY;
        var after = engine.access(TEMP_WEST, 1).permissionSetIds();

        assertThat(before).contains(MCP_CLIENT_USER);
        assertThat(after).doesNotContain(MCP_CLIENT_USER).isNotEmpty();
    }

    @Test
    void givesNothingToSomebodyUnknown() {
        var access = engine.access("005000000000999999", 1);

        assertThat(access.permissionSetIds()).isEmpty();
        assertThat(access.catalog().objects()).isNotEmpty().noneMatch(access::canRead);
        assertThat(access.catalog().objects()).extracting(access::visible).containsOnly(new RecordFilter.None());
    }

    @Test
    void givesNothingToSomebodyInactive() {
        database.sql().update(APP_USER).set(APP_USER.ACTIVE, false).where(APP_USER.ID.eq(REP_WEST_1)).execute();

        var access = engine.access(REP_WEST_1, 1);

        assertThat(access.permissionSetIds()).isEmpty();
        assertThat(access.catalog().objects()).noneMatch(access::canRead);
    }

    @Test
    void readsNothingFromTheDatabaseWhileTheVersionStays() {
        var first = engine.access(REP_WEST_1, 1);
        database.sql().insertInto(PERMISSION_SET_ASSIGNMENT).values(REP_WEST_1, SALES_OPERATIONS, null).execute();

        var second = engine.access(REP_WEST_1, 1);

        assertThat(second).isSameAs(first);
    }

    @Test
    void readsWhatAPermissionSetHoldsOnceForAllWhoHaveIt() {
        engine.access(REP_WEST_1, 1);
        database.sql().deleteFrom(FIELD_PERMISSION).execute();

        var colleague = engine.access(REP_WEST_2, 1);
        var later = engine.access(REP_WEST_2, 2);

        var account = colleague.readableObject("Account").orElseThrow();
        var industry = account.field("Industry").orElseThrow();
        assertThat(colleague.canRead(account, industry)).isTrue();
        assertThat(later.canRead(account, industry)).isFalse();
    }

    @Test
    void obeysAChangeWithTheNextVersion() {
        var before = engine.access(REP_WEST_1, versions.current(Topic.ACCESS));
        database.sql().deleteFrom(FIELD_PERMISSION).where(FIELD_PERMISSION.FIELD_NAME.eq("Industry")).execute();
        versions.changed(Topic.ACCESS);

        var after = engine.access(REP_WEST_1, versions.current(Topic.ACCESS));

        var account = after.readableObject("Account").orElseThrow();
        var industry = account.field("Industry").orElseThrow();
        assertThat(before.canRead(account, industry)).isTrue();
        assertThat(after.canRead(account, industry)).isFalse();
    }

    @Test
    void obeysAChangeOfMetadataByTheSameVersion() {
        var before = engine.access(REP_WEST_1, versions.current(Topic.ACCESS));
        database.sql()
                .update(OBJECT_DEFINITION)
                .set(OBJECT_DEFINITION.ORG_WIDE_DEFAULT, "PublicRead")
                .where(OBJECT_DEFINITION.API_NAME.eq("Account"))
                .execute();
        versions.changed(Topic.METADATA);

        var after = engine.access(REP_WEST_1, versions.current(Topic.ACCESS));

        assertThat(before.visible(before.readableObject("Account").orElseThrow())).isInstanceOf(RecordFilter.Matching.class);
        assertThat(after.visible(after.readableObject("Account").orElseThrow())).isInstanceOf(RecordFilter.Every.class);
    }

    @Test
    void keepsPeopleApart() {
        var admin = engine.access("005000000000000001", 1);
        var rep = engine.access(REP_WEST_1, 1);

        assertThat(admin.has(SystemPermission.VIEW_ALL_DATA)).isTrue();
        assertThat(rep.has(SystemPermission.VIEW_ALL_DATA)).isFalse();
    }

    @Test
    void ignoresAPermissionThatNobodyKnows() {
        database.sql().insertInto(SYSTEM_PERMISSION).values("0PS000000000000002", "RuleTheWorld").execute();

        var access = engine.access(REP_WEST_1, 1);

        assertThat(access.has(SystemPermission.MODIFY_ALL_DATA)).isFalse();
        assertThat(access.readableObject("Account")).isPresent();
    }
}
