package org.gatehouse.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.AGENT_CEILING;
import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.FIELD_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.OAUTH_GRANT;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ACTIVATION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_ASSIGNMENT;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_GROUP;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_GROUP_ASSIGNMENT;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET_GROUP_MEMBER;
import static org.gatehouse.platform.database.schema.Tables.SYSTEM_PERMISSION;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestDatabases;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups with muting, session-based sets and ceilings as the engine reads them, on the demo organisation. */
class WhoMayWhatTest {
    private static final String AUDITOR = "005000000000000030";
    private static final String ADMIN = "005000000000000001";
    private static final String EDITORS = "0PS000000000000901";
    private static final String MUTED = "0PS000000000000902";
    private static final String GROUP = "0PG000000000000901";

    private final Database database = new Database(TestDatabases.demoOrganisation());
    private final DSLContext sql = database.sql();
    private final ConfigurationVersions versions = new ConfigurationVersions(database);
    private Instant now = Instant.parse("2026-06-01T00:00:00Z");
    private final PermissionEngine engine = new PermissionEngine(database, new ObjectCatalogs(database), () -> now);

    @BeforeEach
    void aGroupOfOneSet() {
        set(EDITORS, "Editors", false, false);
        set(MUTED, "EditorsMuted", false, true);
        object(EDITORS, "Invoice", "rced");
        field(EDITORS, "MarginPercent", true, true);
        field(EDITORS, "NetAmount", true, true);
        sql.insertInto(PERMISSION_SET_GROUP, PERMISSION_SET_GROUP.ID, PERMISSION_SET_GROUP.API_NAME, PERMISSION_SET_GROUP.LABEL, PERMISSION_SET_GROUP.MUTING_SET_ID)
                .values(GROUP, "Finance", "Finance", MUTED)
                .execute();
        sql.insertInto(PERMISSION_SET_GROUP_MEMBER).values(GROUP, EDITORS).execute();
        // The auditor's own profile and sets are out of the way.
        sql.deleteFrom(PERMISSION_SET_ASSIGNMENT).where(PERMISSION_SET_ASSIGNMENT.USER_ID.eq(AUDITOR)).execute();
        sql.deleteFrom(OBJECT_PERMISSION).where(OBJECT_PERMISSION.PERMISSION_SET_ID.eq("0PS000000000000004")).execute();
        sql.deleteFrom(FIELD_PERMISSION).where(FIELD_PERMISSION.PERMISSION_SET_ID.eq("0PS000000000000004")).execute();
    }

    @Test
    void p02VerbsAreTheUnionOfProfileAndPermissionSets() {
        sql.insertInto(PERMISSION_SET_ASSIGNMENT).values(AUDITOR, EDITORS, null).execute();
        List<String> verbs = List.of("", "r", "rc", "re", "rce", "red", "rced");
        for (String byProfile : verbs) {
            for (String bySet : verbs) {
                sql.deleteFrom(OBJECT_PERMISSION).where(OBJECT_PERMISSION.OBJECT_NAME.eq("Invoice")).execute();
                object("0PS000000000000004", "Invoice", byProfile);
                object(EDITORS, "Invoice", bySet);
                versions.changed(Topic.ACCESS);

                assertThat(invoice(access())).as(byProfile + " and " + bySet).isEqualTo(permission(byProfile + bySet));
            }
        }
    }

    @Test
    void givesTheMembersOfAGroup() {
        assign(null);

        assertThat(invoice(access())).isEqualTo(permission("rced"));
    }

    @Test
    void mutesInsideTheGroupOnlyAndWhatNeedsAMutedVerbGoesWithIt() {
        assign(null);
        object(MUTED, "Invoice", "e");

        assertThat(invoice(access())).as("no edit, so no delete").isEqualTo(permission("rc"));

        sql.insertInto(PERMISSION_SET_ASSIGNMENT).values(AUDITOR, EDITORS, null).execute();
        versions.changed(Topic.ACCESS);
        assertThat(invoice(access())).as("the same set from outside the group").isEqualTo(permission("rced"));
    }

    @Test
    void leavesAFieldReadableWhoseEditingIsMuted() {
        assign(null);
        field(MUTED, "NetAmount", false, true);
        field(MUTED, "MarginPercent", true, true);

        var access = access();

        var invoice = object(access, "Invoice");
        assertThat(access.canRead(invoice, field(invoice, "NetAmount"))).isTrue();
        assertThat(access.canEdit(invoice, field(invoice, "NetAmount"))).isFalse();
        assertThat(access.canRead(invoice, field(invoice, "MarginPercent"))).isFalse();
    }

    @Test
    void p39_endsAGroupAssignmentAtItsVerySecond() {
        Instant end = java.time.OffsetDateTime.parse("2026-06-01T17:30:00+05:30").toInstant();
        assign(end);

        now = end.minusSeconds(1);
        var before = invoice(access());
        now = end;
        var after = invoice(access());

        assertThat(before.edit()).isTrue();
        assertThat(after).isEqualTo(ObjectPermission.NONE);
    }

    @Test
    void neverCountsAMutingSetByItself() {
        object(MUTED, "Invoice", "rced");
        sql.insertInto(PERMISSION_SET_ASSIGNMENT).values(AUDITOR, MUTED, null).execute();

        assertThat(invoice(access())).isEqualTo(ObjectPermission.NONE);
    }

    @Test
    void countsASessionBasedSetOnlyForTheConnectionItIsActivatedForAndOnlyUntilThen() {
        sql.update(PERMISSION_SET).set(PERMISSION_SET.SESSION_BASED, true).where(PERMISSION_SET.ID.eq(EDITORS)).execute();
        assign(null);
        connection("one");
        connection("two");
        sql.insertInto(PERMISSION_SET_ACTIVATION).values("one", EDITORS, now.plusSeconds(60), ADMIN).execute();

        assertThat(invoice(engine.access(caller("one", "inspector", "platform/object-reads"))).edit()).isTrue();
        assertThat(invoice(engine.access(caller("two", "inspector", "platform/object-reads")))).isEqualTo(ObjectPermission.NONE);
        assertThat(invoice(engine.access(AUDITOR, version()))).as("no connection").isEqualTo(ObjectPermission.NONE);

        now = now.plusSeconds(60);
        assertThat(invoice(engine.access(caller("one", "inspector", "platform/object-reads")))).isEqualTo(ObjectPermission.NONE);
    }

    @Test
    void endsASessionBasedSetWithItsConnection() {
        sql.update(PERMISSION_SET).set(PERMISSION_SET.SESSION_BASED, true).where(PERMISSION_SET.ID.eq(EDITORS)).execute();
        assign(null);
        connection("one");
        sql.insertInto(PERMISSION_SET_ACTIVATION).values("one", EDITORS, now.plusSeconds(60), ADMIN).execute();
        sql.update(OAUTH_GRANT).set(OAUTH_GRANT.REVOKED_AT, now).execute();

        assertThat(invoice(engine.access(caller("one", "inspector", "platform/object-reads")))).isEqualTo(ObjectPermission.NONE);
    }

    @Test
    void appliesTheCeilingsOfClientAndServerAndLeavesThePersonAlone() {
        assign(null);
        ceiling("Client", "inspector", "{\"objects\":{\"Invoice\":" + objectCeiling(true, true) + "}}");
        ceiling("Server", "platform/object-reads", "{\"objects\":{\"Invoice\":" + objectCeiling(true, false) + "}}");

        assertThat(invoice(engine.access(caller("g", "inspector", "platform/object-reads")))).as("both").isEqualTo(permission("r"));
        assertThat(invoice(engine.access(caller("g", "inspector", "platform/object-all")))).as("client").isEqualTo(permission("re"));
        assertThat(invoice(engine.access(caller("g", "other", "platform/object-reads")))).as("server").isEqualTo(permission("r"));
        assertThat(invoice(engine.access(caller("g", "other", "platform/object-all")))).as("neither").isEqualTo(permission("rced"));
        assertThat(invoice(engine.access(AUDITOR, version()))).as("the person").isEqualTo(permission("rced"));
    }

    @Test
    void p40_leavesNothingUnderACeilingThatCannotBeRead() {
        assign(null);
        ceiling("Client", "inspector", "{\"objects\":{\"Invoice\":{\"read\":true,\"sing\":true}}}");

        assertThat(invoice(engine.access(caller("g", "inspector", "platform/object-reads")))).isEqualTo(ObjectPermission.NONE);
    }

    @Test
    void p40_givesNothingForNamesThatNobodyKnows() {
        sql.insertInto(SYSTEM_PERMISSION).values(EDITORS, "RuleTheWorld").execute();
        object(EDITORS, "Ghost", "rcedvmf");
        field(EDITORS, "Ghost", true, true);
        assign(null);

        var access = access();

        assertThat(access.catalog().objects()).filteredOn(access::canRead).extracting(ObjectDefinition::apiName).containsExactly("Invoice");
        assertThat(java.util.Arrays.stream(SystemPermission.values())).noneMatch(access::has);
    }

    @Test
    void finding6_neverTakesOneCallerForAnother() {
        assign(null);
        ceiling("Client", "a", "{\"objects\":{}}");

        assertThat(invoice(engine.access(caller("", "a", "b"))).read()).isFalse();
        assertThat(invoice(engine.access(caller("", "ab", ""))).read()).isTrue();
        assertThat(invoice(engine.access(caller("b", "", "a"))).read()).isTrue();
    }

    @Test
    void p37_takesAPermissionAwayFromTheNextRequestOn() {
        assign(null);
        var before = invoice(access());
        sql.deleteFrom(PERMISSION_SET_GROUP_MEMBER).execute();
        versions.changed(Topic.ACCESS);

        var after = invoice(access());

        assertThat(before.edit()).isTrue();
        assertThat(after).isEqualTo(ObjectPermission.NONE);
    }

    private static String objectCeiling(boolean read, boolean edit) {
        return "{\"read\":%s,\"create\":false,\"edit\":%s,\"delete\":false,\"allFields\":true,\"fields\":{},\"criteria\":[],\"any\":false}".formatted(read, edit);
    }

    private EffectiveAccess access() {
        return engine.access(AUDITOR, version());
    }

    private long version() {
        return versions.current(Topic.ACCESS);
    }

    private Caller caller(String grant, String client, String server) {
        return new Caller(AUDITOR, "auditor", client, grant, "http://localhost:8080/mcp/v1/" + server, Set.of(), version());
    }

    private static ObjectPermission invoice(EffectiveAccess access) {
        return access.object(object(access, "Invoice"));
    }

    private static ObjectDefinition object(EffectiveAccess access, String name) {
        return access.catalog().find(name).orElseThrow();
    }

    private static FieldDefinition field(ObjectDefinition object, String name) {
        return object.field(name).orElseThrow();
    }

    private static ObjectPermission permission(String letters) {
        return new ObjectPermission(
                letters.contains("r"), letters.contains("c"), letters.contains("e"), letters.contains("d"), letters.contains("v"), letters.contains("m"),
                letters.contains("f"));
    }

    private void set(String id, String name, boolean sessionBased, boolean muting) {
        sql.insertInto(PERMISSION_SET, PERMISSION_SET.ID, PERMISSION_SET.API_NAME, PERMISSION_SET.LABEL, PERMISSION_SET.SESSION_BASED, PERMISSION_SET.MUTING)
                .values(id, name, name, sessionBased, muting)
                .execute();
    }

    private void object(String set, String object, String letters) {
        var p = permission(letters);
        sql.insertInto(OBJECT_PERMISSION)
                .values(set, object, p.read(), p.create(), p.edit(), p.delete(), p.viewAll(), p.modifyAll(), p.viewAllFields())
                .execute();
    }

    private void field(String set, String field, boolean read, boolean edit) {
        sql.insertInto(FIELD_PERMISSION).values(set, "Invoice", field, read, edit).execute();
    }

    private void assign(@org.jspecify.annotations.Nullable Instant end) {
        sql.insertInto(PERMISSION_SET_GROUP_ASSIGNMENT).values(AUDITOR, GROUP, end).execute();
    }

    private void connection(String id) {
        String client = sql.select(CLIENT.CLIENT_ID).from(CLIENT).limit(1).fetchSingle(CLIENT.CLIENT_ID);
        sql.insertInto(OAUTH_GRANT, OAUTH_GRANT.ID, OAUTH_GRANT.CLIENT_ID, OAUTH_GRANT.USER_ID, OAUTH_GRANT.RESOURCE, OAUTH_GRANT.SCOPE, OAUTH_GRANT.CREATED_AT, OAUTH_GRANT.USE_COUNT)
                .values(id, client, AUDITOR, "http://localhost", "mcp_api", now, 0L)
                .execute();
    }

    private void ceiling(String kind, String subject, String definition) {
        sql.insertInto(AGENT_CEILING, AGENT_CEILING.KIND, AGENT_CEILING.SUBJECT, AGENT_CEILING.DEFINITION).values(kind, subject, definition).execute();
    }
}
