package org.gatehouse.permission.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.ROLE;
import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBERSHIP;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.permission.sharing.SharingWorld.below;
import static org.gatehouse.permission.sharing.SharingWorld.group;
import static org.gatehouse.permission.sharing.SharingWorld.person;
import static org.gatehouse.permission.sharing.SharingWorld.role;

import java.util.List;
import java.util.Optional;
import org.gatehouse.permission.AccessLevel;
import org.gatehouse.permission.sharing.SharingSettings.Criterion;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.permission.sharing.SharingSettings.Queue;
import org.gatehouse.permission.sharing.SharingSettings.Restriction;
import org.gatehouse.permission.sharing.SharingSettings.Role;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld.Product;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes to which records, by real statements. */
class RecordSharingTest {
    @ParameterizedTest(name = "p26 {0}: {1}, hierarchy {2}: owner {3}, manager {4}, colleague {5}")
    @CsvSource(delimiter = '|', textBlock = """
            H2         | Private         | true  | read edit all | read edit all |
            H2         | Private         | false | read edit all |               |
            H2         | PublicRead      | true  | read edit all | read edit all | read
            H2         | PublicRead      | false | read edit all | read          | read
            H2         | PublicReadWrite | true  | read edit all | read edit all | read edit
            H2         | PublicReadWrite | false | read edit all | read edit     | read edit
            POSTGRESQL | Private         | true  | read edit all | read edit all |
            POSTGRESQL | Private         | false | read edit all |               |
            POSTGRESQL | PublicRead      | true  | read edit all | read edit all | read
            POSTGRESQL | PublicReadWrite | true  | read edit all | read edit all | read edit
            POSTGRESQL | PublicReadWrite | false | read edit all | read edit     | read edit
            """)
    void p26OrgWideDefaultAndHierarchyDecideWhatOwnerManagerAndColleagueMay(
            Product product, String orgWideDefault, boolean hierarchy, String owner, String manager, String colleague) {
        var world = new SharingWorld(product);
        world.orgWideDefault("Account", orgWideDefault, hierarchy);
        world.account("one", "rep.west.1", "Energy");

        assertThat(verbs(world, "rep.west.1")).isEqualTo(owner);
        assertThat(verbs(world, "manager.west")).isEqualTo(manager == null ? "" : manager);
        assertThat(verbs(world, "rep.west.3")).isEqualTo(colleague == null ? "" : colleague);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anOwnerRuleOpensTheRecordsOfItsSourceToItsTargetAndThoseAbove(Product product) {
        var world = new SharingWorld(product);
        world.account("west", "rep.west.1", "Energy");
        world.account("boss", "manager.west", "Energy");
        world.ownerRule("Account", role("rep.west.1"), role("rep.east.1"), "Read");

        assertThat(world.accounts("rep.east.1")).containsExactly("west");
        assertThat(world.accounts("manager.east")).as("above the target").containsExactly("west");
        assertThat(world.accounts("rep.east.2")).isEmpty();
        assertThat(world.may("rep.east.1", AccessLevel.EDIT, "west")).as("p33: a read share cannot write").isFalse();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anEditRuleOpensForChangeButNotForDeletion(Product product) {
        var world = new SharingWorld(product);
        world.account("west", "rep.west.1", "Energy");
        world.ownerRule("Account", below("manager.west"), role("rep.east.1"), "Edit");

        assertThat(world.may("rep.east.1", AccessLevel.EDIT, "west")).isTrue();
        assertThat(world.may("rep.east.1", AccessLevel.ALL, "west")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRuleFromSubordinatesDoesNotOpenWhatTheManagerOwnsByHierarchyOnly(Product product) {
        var world = new SharingWorld(product);
        world.account("boss", "manager.west", "Energy");
        world.ownerRule("Account", role("rep.west.1"), role("rep.east.1"), "Read");

        assertThat(world.accounts("rep.east.1")).as("the manager belongs to the source only as somebody above").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void p27AManagerSeesTheRecordsOfSubordinatesOnlyWhereTheObjectSaysSo(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        world.account("two", "manager.west", "Energy");

        world.orgWideDefault("Account", "Private", true);
        assertThat(world.accounts("manager.west")).contains("one", "two");
        assertThat(world.accounts("rep.west.1")).contains("one").doesNotContain("two");

        world.orgWideDefault("Account", "Private", false);
        assertThat(world.accounts("manager.west")).contains("two").doesNotContain("one");
    }

    /** Memberships are computed in the transaction that changes what they come from, so nobody ever sees half of it. */
    @ParameterizedTest
    @EnumSource
    void p35AComputationThatIsKilledLeavesTheStateBeforeAndCanBeRepeated(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        assertThat(world.accounts("manager.west")).contains("one");
        assertThat(world.accounts("manager.east")).doesNotContain("one");

        assertThatThrownBy(() -> world.database.sql().transaction(killed -> {
            var sql = killed.dsl();
            String east = sql.select(APP_USER.ROLE_ID).from(APP_USER).where(APP_USER.USERNAME.eq("rep.east.1")).fetchSingle(APP_USER.ROLE_ID);
            sql.update(APP_USER).set(APP_USER.ROLE_ID, east).where(APP_USER.USERNAME.eq("rep.west.1")).execute();
            sql.deleteFrom(GROUP_MEMBERSHIP).execute();
            assertThat(world.accounts("manager.west")).as("a reader meanwhile sees the state before").contains("one");
            assertThat(world.accounts("manager.east")).doesNotContain("one");
            throw new IllegalStateException("killed between taking away and writing anew");
        })).hasMessageContaining("killed");

        assertThat(world.accounts("manager.west")).contains("one");
        assertThat(world.accounts("manager.east")).doesNotContain("one");
        world.role("rep.west.1", roleOf(world, "rep.east.1"));
        assertThat(world.accounts("manager.west")).doesNotContain("one");
        assertThat(world.accounts("manager.east")).contains("one");
    }

    @ParameterizedTest
    @EnumSource
    void aRecalculationWritesWhatDiffersAndTellsOfIt(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        int all = world.store.compare().memberships();
        world.database.sql().deleteFrom(GROUP_MEMBERSHIP).where(GROUP_MEMBERSHIP.USER_ID.eq(world.user("manager.west"))).execute();
        world.database.sql().insertInto(GROUP_MEMBERSHIP).values("00G1nobody", world.user("rep.east.1"), false).execute();
        world.database.sql().update(GROUP_MEMBERSHIP).set(GROUP_MEMBERSHIP.BY_HIERARCHY, DSL.not(GROUP_MEMBERSHIP.BY_HIERARCHY))
                .where(GROUP_MEMBERSHIP.USER_ID.eq(world.user("rep.west.1"))).execute();
        var found = world.store.compare();

        var mended = world.store.recalculate();
        var again = world.store.recalculate();

        assertThat(mended).isEqualTo(found);
        assertThat(mended.memberships()).isEqualTo(all);
        assertThat(mended.added()).isGreaterThan(mended.removed());
        assertThat(again).isEqualTo(new Recalculation(all, 0, 0));
        assertThat(world.accounts("manager.west")).contains("one");
        assertThat(world.database.sql().selectFrom(AUDIT_EVENT).where(AUDIT_EVENT.EVENT_TYPE.eq("SharingRecalculation")).fetch())
                .as("one that changes nothing leaves no event").last().satisfies(event -> assertThat(event.get(AUDIT_EVENT.AFTER_VALUE))
                        .contains("\"added\":" + mended.added(), "\"removed\":" + mended.removed(), "\"memberships\":" + all));
    }

    private static String roleOf(SharingWorld world, String username) {
        return world.database.sql()
                .select(ROLE.API_NAME)
                .from(ROLE)
                .join(APP_USER)
                .on(APP_USER.ROLE_ID.eq(ROLE.ID))
                .where(APP_USER.USERNAME.eq(username))
                .fetchSingle(ROLE.API_NAME);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p30CriteriaFollowTheRecordAtOnce(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "eNERGY");
        world.account("two", "rep.west.1", "Media");
        world.account("three", "rep.west.1", null);
        world.criteriaRule("Account", role("rep.east.1"), "Read", false, new Criterion("Industry", "equals", "Energy"));

        assertThat(world.accounts("rep.east.1")).as("text compares without regard to case").containsExactly("one");

        world.database.sql().query("UPDATE \"records\".\"account\" SET \"industry\" = CASE WHEN \"name\" = 'one' THEN 'Media' ELSE 'Energy' END").execute();

        assertThat(world.accounts("rep.east.1")).containsExactly("three", "two");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void criteriaMayAllHoldOrAnyOfThem(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        world.account("two", "rep.west.1", "Media");
        world.account("a_b", "rep.west.1", null);
        world.account("axb", "rep.west.1", "Energy");
        world.criteriaRule("Account", role("rep.east.1"), "Read", false, new Criterion("Industry", "equals", "Energy"), new Criterion("Name", "startsWith", "O"));
        world.criteriaRule("Account", role("rep.east.2"), "Read", true, new Criterion("Name", "contains", "_"), new Criterion("Name", "equals", "two"));
        world.criteriaRule("Account", role("rep.east.3"), "Read", false, new Criterion("Industry", "notEqual", "Energy"));
        world.criteriaRule("Account", role("rep.east.4"), "Read", false, new Criterion("Industry", "equals", null));

        assertThat(world.accounts("rep.east.1")).containsExactly("one");
        assertThat(world.accounts("rep.east.2")).as("_ is no wildcard").containsExactly("a_b", "two");
        assertThat(world.accounts("rep.east.3")).containsExactly("a_b", "two");
        assertThat(world.accounts("rep.east.4")).containsExactly("a_b");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p32NestedGroupsGrantOnceAndACircleIsRefused(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        world.group("Inner", false, person("rep.east.1"));
        world.group("Middle", false, group("Inner"), person("rep.east.1"));
        world.group("Outer", false, group("Middle"), group("Inner"), role("rep.east.2"));
        world.ownerRule("Account", role("rep.west.1"), group("Outer"), "Read");

        assertThat(world.accounts("rep.east.1")).containsExactly("one");
        assertThat(world.accounts("rep.east.2")).containsExactly("one");
        assertThat(world.accounts("manager.east")).as("the group gives nothing to those above").isEmpty();
        assertThatThrownBy(() -> world.store.save(new SharingSettings.Group("Inner", "Inner", false, List.of(group("Outer")), 1)))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aGroupGivesToThoseAboveItsMembersWhereItSaysSo(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        world.group("Experts", true, person("rep.east.1"));
        world.ownerRule("Account", role("rep.west.1"), group("Experts"), "Read");

        assertThat(world.accounts("manager.east")).containsExactly("one");
        assertThat(world.accounts("rep.east.2")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p29AQueueOwnsRecordsForItsMembersAndThoseAboveThem(Product product) {
        var world = new SharingWorld(product);
        world.store.save(new Queue("NewAccounts", "New", List.of("Account"), List.of(person("rep.west.1")), null));
        String queue = world.database.sql().fetchSingle("SELECT id FROM gatehouse.queue WHERE api_name = 'NewAccounts'").get(0, String.class);
        world.account("one", queue, "Energy");

        assertThat(verbs(world, "rep.west.1")).isEqualTo("read edit all");
        assertThat(verbs(world, "manager.west")).isEqualTo("read edit all");
        assertThat(verbs(world, "rep.west.3")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p29OwnersWithoutRoleAndInactiveOwnersAreNoTrouble(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        world.account("gone", "rep.west.4", "Energy");
        world.database.sql().query("UPDATE gatehouse.app_user SET active = FALSE WHERE username = 'rep.west.4'").execute();

        world.role("rep.west.1", null);

        assertThat(world.accounts("rep.west.1")).containsExactly("one");
        assertThat(world.accounts("manager.west")).as("no longer below").containsExactly("gone");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void manualSharesGoAsFarAsTheySay(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        world.account("two", "rep.west.1", "Energy");
        world.share("one", person("rep.east.1"), "Read");
        world.share("two", role("rep.east.1"), "Edit");

        assertThat(world.accounts("rep.east.1")).containsExactly("one", "two");
        assertThat(world.may("rep.east.1", AccessLevel.EDIT, "one")).isFalse();
        assertThat(world.may("rep.east.1", AccessLevel.EDIT, "two")).isTrue();
        assertThat(world.may("rep.east.1", AccessLevel.ALL, "two")).isFalse();
        assertThat(world.accounts("rep.east.2")).isEmpty();

        new RecordShares(world.database.sql()).drop("Account", "001one");

        assertThat(world.accounts("rep.east.1")).as("p31").containsExactly("two");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void whoOwnsAChildReadsItsParentAndNoMore(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        world.account("other", "rep.west.1", "Energy");
        world.opportunity("deal", "rep.east.1", "one");

        assertThat(world.accounts("rep.east.1")).containsExactly("one");
        assertThat(world.accounts("manager.east")).as("the child is open by hierarchy").containsExactly("one");
        assertThat(world.may("rep.east.1", AccessLevel.EDIT, "one")).isFalse();

        world.database.sql().query("UPDATE \"records\".\"opportunity\" SET \"is_deleted\" = TRUE").execute();

        assertThat(world.accounts("rep.east.1")).as("a child in the bin opens nothing").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void anOrgWideDefaultOfTheChildOpensNoParent(Product product) {
        var world = new SharingWorld(product);
        world.orgWideDefault("Opportunity", "PublicReadWrite", true);
        world.account("one", "rep.west.1", "Energy");
        world.opportunity("deal", "rep.west.1", "one");

        assertThat(world.names("rep.east.1", "SELECT Name FROM Opportunity")).containsExactly("deal");
        assertThat(world.accounts("rep.east.1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void theOwnersOfAParentSeeItsChildrenWhereTheirRoleSaysSo(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        world.opportunity("deal", "rep.east.1", "one");
        assertThat(world.names("rep.west.1", "SELECT Name FROM Opportunity")).isEmpty();

        world.database.sql().query("INSERT INTO gatehouse.implicit_child (role_id, object_name, field_name, access_level)"
                + " SELECT id, 'Opportunity', 'AccountId', 'Read' FROM gatehouse.role WHERE api_name = 'rep.west.1'").execute();
        world.store.recalculate();

        assertThat(world.names("rep.west.1", "SELECT Name FROM Opportunity")).containsExactly("deal");
        assertThat(world.names("manager.west", "SELECT Name FROM Opportunity")).as("above the owner").containsExactly("deal");
        assertThat(world.names("rep.west.3", "SELECT Name FROM Opportunity")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRestrictionTakesAwayWhateverOpenedIt(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        world.account("two", "rep.west.1", "Media");
        world.share("two", person("rep.west.3"), "Edit");
        world.store.save(new Restriction(
                "EnergyOnly", "Energy", "Account", below("manager.west"), false, List.of(new Criterion("Industry", "equals", "Energy")), true, null));

        assertThat(world.accounts("rep.west.1")).containsExactly("one");
        assertThat(world.accounts("rep.west.3")).isEmpty();
        assertThat(world.may("rep.west.1", AccessLevel.EDIT, "two")).isFalse();
        assertThat(world.may("rep.west.1", AccessLevel.ALL, "two")).isFalse();
        assertThat(world.accounts("vp.sales")).as("p03: view all is not restricted").contains("one", "two");
        assertThat(world.accounts("admin")).containsExactly("one", "two");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRestrictionThatMeansNothingLeavesNothing(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        world.store.save(new Restriction(
                "Broken", "Broken", "Account", role("rep.west.1"), false, List.of(new Criterion("Industry", "equals", "Energy")), true, null));
        world.database.sql().query("UPDATE gatehouse.rule_criterion SET field_name = 'Gone'").execute();
        world.store.recalculate();

        assertThat(world.accounts("rep.west.1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRuleThatMeansNothingOpensNothing(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        world.criteriaRule("Account", role("rep.east.1"), "Read", false, new Criterion("Industry", "equals", "Energy"));
        world.database.sql().query("UPDATE gatehouse.rule_criterion SET operator = 'sounds like'").execute();
        world.store.recalculate();

        assertThat(world.accounts("rep.east.1")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aRoleIsChangedOnlyIfItStillIsWhatWasRead(Product product) {
        var world = new SharingWorld(product);
        Role read = world.store.roles().getFirst();
        Role renamed = new Role(read.name(), "Renamed", read.parent());

        world.store.save(renamed, Optional.of(read));

        assertThat(world.store.roles()).contains(renamed);
        assertThatThrownBy(() -> world.store.save(read, Optional.of(read))).isInstanceOf(ProblemException.class).hasMessageContaining("has changed");
        assertThatThrownBy(() -> world.store.save(read, Optional.empty())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> world.store.save(new Role("new", "New", null), Optional.of(read))).isInstanceOf(ProblemException.class);
        world.store.save(new Role("new", "New", null), Optional.empty());
        assertThat(world.store.roles()).contains(renamed, new Role("new", "New", null));
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void p28ARoleCannotStandAboveItselfAndAHundredLevelsWork(Product product) {
        var world = new SharingWorld(product);
        world.account("one", "rep.west.1", "Energy");
        String parent = "rep.west.1";
        assertThatThrownBy(() -> world.store.save(new Role("ceo", "CEO", "rep.west.1"))).isInstanceOf(ProblemException.class);
        for (int depth = 0; depth < 100; depth++) {
            String name = "deep." + depth;
            new Roles(world.database.sql()).save(new Role(name, name, parent), SharingWorld.NOW.plusSeconds(depth));
            parent = name;
        }
        world.role("rep.east.1", parent);
        world.account("deep", "rep.east.1", "Energy");

        assertThat(world.accounts("rep.west.1")).containsExactly("deep", "one");
        assertThat(world.accounts("ceo")).containsExactly("deep", "one");
        assertThat(world.accounts("rep.east.1")).containsExactly("deep");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void rulesThatOpenNothingOrNameNobodyAreRefused(Product product) {
        var world = new SharingWorld(product);

        assertThatThrownBy(() -> world.ownerRule("Account", role("nobody"), role("rep.east.1"), "Read")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> world.ownerRule("Product", role("rep.west.1"), role("rep.east.1"), "Read")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> world.ownerRule("Account", role("rep.west.1"), new Member(Kind.QUEUE, "SupportQueue"), "Read"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> world.criteriaRule("Account", role("rep.east.1"), "Read", false, new Criterion("AnnualRevenue", "contains", "1")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> world.criteriaRule("Account", role("rep.east.1"), "Read", false, new Criterion("AnnualRevenue", "equals", "many")))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void whoChangesAGroupNamesTheVersionTheyRead(Product product) {
        var world = new SharingWorld(product);
        world.group("Experts", true, person("rep.east.1"));

        assertThatThrownBy(() -> world.group("Experts", true, person("rep.east.2"))).isInstanceOf(ProblemException.class);
        world.store.save(new SharingSettings.Group("Experts", "Experts", true, List.of(person("rep.east.2")), 1));
        assertThatThrownBy(() -> world.store.save(new SharingSettings.Group("Experts", "Experts", true, List.of(), 1)))
                .isInstanceOf(ProblemException.class);
        assertThat(world.store.groups()).filteredOn(group -> group.name().equals("Experts")).singleElement().satisfies(group -> {
            assertThat(group.members()).containsExactly(person("rep.east.2"));
            assertThat(group.version()).isEqualTo(2);
        });
    }

    private static String verbs(SharingWorld world, String username) {
        StringBuilder verbs = new StringBuilder();
        for (AccessLevel level : AccessLevel.values()) {
            if (world.may(username, level, "one")) {
                verbs.append(verbs.isEmpty() ? "" : " ").append(level.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return verbs.toString();
    }
}
