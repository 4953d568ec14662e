package org.gatehouse.permission.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.GROUP_MEMBERSHIP;
import static org.gatehouse.platform.database.schema.Tables.ORGANIZATION;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.gatehouse.identity.PasswordHashes;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantSettings.Assignment;
import org.gatehouse.permission.grants.GrantSettings.FieldGrant;
import org.gatehouse.permission.grants.GrantSettings.GroupAssignment;
import org.gatehouse.permission.grants.GrantSettings.ObjectGrant;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.gatehouse.permission.grants.GrantSettings.Person;
import org.gatehouse.permission.grants.GrantSettings.SetGroup;
import org.gatehouse.permission.sharing.Recalculations;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.gatehouse.testing.TestAudit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Permission sets, assignments and people as administrators change them, and what people may do then. */
class GrantsTest {
    private static final ObjectGrant READ = new ObjectGrant(true, false, false, false, false, false, false, Map.of());

    @ParameterizedTest
    @EnumSource(Product.class)
    void aSetThatIsMadeAndAssignedHoldsFromTheNextVersionOn(Product product) {
        var company = new Company(product);
        var invoices = new ObjectGrant(true, false, true, false, true, false, false, Map.of("NetAmount", new FieldGrant(true, false)));
        var wanted = new PermissionSet("Invoices", "Invoices", null, false, false, List.of("ApiEnabled"), Map.of("Invoice", invoices), null);

        PermissionSet made = company.run(() -> company.grants.create(wanted));
        company.assign("rep.west.1", "Invoices", null);

        assertThat(made.version()).isEqualTo(1);
        assertThat(made.granted()).containsExactly(Map.entry("Invoice", invoices));
        EffectiveAccess access = company.access("rep.west.1");
        var invoice = access.readableObject("Invoice").orElseThrow();
        assertThat(access.object(invoice).edit()).isTrue();
        assertThat(access.object(invoice).delete()).isFalse();
        assertThat(access.canRead(invoice, invoice.field("NetAmount").orElseThrow())).isTrue();
        assertThat(access.has(SystemPermission.API_ENABLED)).isTrue();
        assertThat(company.access("rep.west.2").readableObject("Invoice")).isEmpty();

        company.run(() -> company.grants.change("Invoices", set("Invoices", Map.of("Account", READ), 1)));
        assertThat(company.access("rep.west.1").readableObject("Invoice")).isEmpty();

        company.run(() -> {
            company.grants.unassign(company.id("rep.west.1"), "Invoices");
            company.grants.delete("Invoices", 2);
            return true;
        });
        assertThat(company.refusal(() -> company.grants.set("Invoices"))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void anAssignmentEndsAtItsMoment() {
        var company = new Company(Product.H2);
        company.assign("auditor", "InvoiceApprover", "2030-01-01T00:00:00Z");

        assertThat(company.grants.assignments(company.id("auditor"))).contains(new Assignment("InvoiceApprover", "2030-01-01T00:00:00Z"));
        assertThat(company.refusal(() -> company.assign("auditor", "InvoiceApprover", "2020-01-01T00:00:00Z"))).isInstanceOf(Problem.InvalidArguments.class);
        assertThat(company.refusal(() -> company.assign("auditor", "InvoiceApprover", "soon"))).isInstanceOf(Problem.InvalidArguments.class);
        assertThat(company.refusal(() -> company.assign("auditor", "ProfileReadOnly", null))).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void p01WhatNeedsSomethingElseIsRefusedWithoutIt() {
        assertThat(complaint(Map.of("Account", grant(false, true, false, false, false, false)))).isEqualTo("everything else needs read");
        assertThat(complaint(Map.of("Account", grant(true, false, false, true, false, false)))).isEqualTo("delete needs edit");
        assertThat(complaint(Map.of("Account", grant(true, true, true, true, false, true)))).isEqualTo("modifyAll needs create, edit, delete and viewAll");
        assertThat(complaint(Map.of("account", READ))).contains("there is no object 'account'");
        assertThat(complaint(Map.of("Account", field("Nme", true, false)))).contains("no field 'Nme'");
        assertThat(complaint(Map.of("Account", field("Phone", false, true)))).isEqualTo("edit needs read");
        assertThat(complaint(Map.of(), "Fly")).contains("no permission 'Fly'");
        assertThat(complaint(Map.of(), "ModifyAllData")).isEqualTo("ModifyAllData needs ViewAllData");
    }

    @Test
    void aSetIsReplacedOnlyAtTheVersionThatWasReadAndDeletedOnlyWhenNothingHoldsIt() {
        var company = new Company(Product.H2);

        assertThat(company.refusal(() -> company.grants.change("InvoiceApprover", set("InvoiceApprover", Map.of(), 7)))).isInstanceOf(Problem.Conflict.class);
        assertThat(company.refusal(() -> company.delete("MCPClientUser", 1)).message()).startsWith("People hold MCPClientUser");
        assertThat(company.refusal(() -> company.delete("ProfileReadOnly", 1)).message()).contains("belongs to the profile ReadOnly");
        assertThat(company.grants.set("InvoiceApprover").granted()).as("nothing was half done").isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aGroupGivesItsSetsExceptForWhatItMutes(Product product) {
        var company = new Company(product);
        var muted = new ObjectGrant(false, false, false, false, false, false, false, Map.of("NetAmount", new FieldGrant(true, true)));
        var invoices = new ObjectGrant(true, false, false, false, true, false, false, Map.of("NetAmount", new FieldGrant(true, false)));
        company.run(() -> company.grants.create(new PermissionSet("Invoices", "Invoices", null, false, false, List.of(), Map.of("Invoice", invoices), null)));
        company.run(() -> company.grants.create(new PermissionSet("NoAmounts", "No amounts", null, false, true, List.of(), Map.of("Invoice", muted), null)));

        SetGroup made = company.run(() -> company.groups.create(new SetGroup("Clerks", "Clerks", List.of("Invoices"), "NoAmounts", null)));
        company.assignGroup("rep.west.1", "Clerks", "2030-01-01T00:00:00Z");

        assertThat(made).isEqualTo(new SetGroup("Clerks", "Clerks", List.of("Invoices"), "NoAmounts", 1));
        EffectiveAccess access = company.access("rep.west.1");
        var invoice = access.readableObject("Invoice").orElseThrow();
        assertThat(access.canRead(invoice, invoice.field("NetAmount").orElseThrow())).as("muted").isFalse();
        assertThat(company.groups.assignments(company.id("rep.west.1"))).containsExactly(new GroupAssignment("Clerks", "2030-01-01T00:00:00Z"));

        company.run(() -> company.groups.change("Clerks", new SetGroup("Clerks", "Clerks", List.of("Invoices"), null, 1)));
        access = company.access("rep.west.1");
        assertThat(access.canRead(invoice, invoice.field("NetAmount").orElseThrow())).as("no longer muted").isTrue();

        company.run(() -> {
            company.groups.unassign(company.id("rep.west.1"), "Clerks");
            company.groups.delete("Clerks", 2);
            return true;
        });
        assertThat(company.access("rep.west.1").readableObject("Invoice")).isEmpty();
        assertThat(company.refusal(() -> company.groups.one("Clerks"))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void aGroupNamesSetsThatAreThereAndIsDeletedOnlyWhenNobodyHoldsIt() {
        var company = new Company(Product.H2);

        assertThat(company.groupComplaints(new SetGroup("Clerks", "", List.of("Nothing", "Nothing", "ProfileReadOnly"), "InvoiceApprover", null)))
                .containsExactly(
                        "a label has 1 to 80 characters", "name each set once", "there is no permission set 'Nothing' that is assigned; upper and lower case count",
                        "there is no permission set 'Nothing' that is assigned; upper and lower case count",
                        "there is no permission set 'ProfileReadOnly' that is assigned; upper and lower case count",
                        "there is no muting permission set 'InvoiceApprover'; upper and lower case count");
        company.run(() -> company.groups.create(new SetGroup("Clerks", "Clerks", List.of("InvoiceApprover"), null, null)));
        company.assignGroup("rep.west.1", "Clerks", null);

        assertThat(company.groupComplaints(new SetGroup("clerks", "Clerks", List.of(), null, null))).containsExactly("this name is taken");
        assertThat(company.refusal(() -> company.groups.change("Clerks", new SetGroup("Clerks", "Clerks", List.of(), null, 7)))).isInstanceOf(Problem.Conflict.class);
        assertThat(company.refusal(() -> company.groups.delete("Clerks", 1)).message()).startsWith("People hold Clerks");
        assertThat(company.refusal(() -> company.delete("InvoiceApprover", 1)).message()).contains("InvoiceApprover");
        assertThat(company.refusal(() -> company.assignGroup("rep.west.1", "Clerks", "2020-01-01T00:00:00Z"))).isInstanceOf(Problem.InvalidArguments.class);
    }

    @Test
    void g07AnAdministratorByAGroupDoesNotCountAsTheLast() {
        var company = new Company(Product.H2);
        Person admin = company.people.one(company.id("admin"));
        company.run(() -> company.grants.create(new PermissionSet(
                "Deputy", "Deputy", null, false, false, List.of("CustomizeApplication", "ManageUsers"), null, null)));
        company.run(() -> company.groups.create(new SetGroup("Deputies", "Deputies", List.of("Deputy"), null, null)));
        company.assignGroup("ceo", "Deputies", null);

        assertThat(company.refusal(() -> company.people.change(company.id("admin"), with(admin, admin.profile(), false)))).isInstanceOf(Problem.Conflict.class);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void g07TheLastAdministratorStays(Product product) {
        var company = new Company(product);
        Person admin = company.people.one(company.id("admin"));
        PermissionSet own = company.grants.set("ProfileSystemAdministrator");

        assertThat(company.refusal(() -> company.people.change(company.id("admin"), with(admin, "StandardUser", true))).message()).startsWith("Nobody would be left");
        assertThat(company.refusal(() -> company.people.change(company.id("admin"), with(admin, admin.profile(), false))).message()).startsWith("Nobody would be left");
        assertThat(company.refusal(() -> company.grants.change(own.name(), new PermissionSet(
                own.name(), own.label(), own.profile(), false, false, List.of("CustomizeApplication"), own.objects(), own.version()))).message())
                .startsWith("Nobody would be left");

        Person ceo = company.people.one(company.id("ceo"));
        company.run(() -> company.people.change(company.id("ceo"), with(ceo, "SystemAdministrator", true)));
        assertThat(company.run(() -> company.people.change(company.id("admin"), with(admin, "StandardUser", true))).profile()).isEqualTo("StandardUser");
    }

    @Test
    void g07AnAdministratorForAWhileDoesNotCountAsTheLast() {
        var company = new Company(Product.H2);
        Person admin = company.people.one(company.id("admin"));
        company.run(() -> company.grants.create(new PermissionSet(
                "Deputy", "Deputy", null, false, false, List.of("CustomizeApplication", "ManageUsers"), null, null)));
        company.assign("ceo", "Deputy", "2030-01-01T00:00:00Z");

        assertThat(company.refusal(() -> company.people.change(company.id("admin"), with(admin, admin.profile(), false)))).isInstanceOf(Problem.Conflict.class);

        company.assign("ceo", "Deputy", null);
        assertThat(company.run(() -> company.people.change(company.id("admin"), with(admin, admin.profile(), false))).active()).isFalse();
        assertThat(company.refusal(() -> company.assign("ceo", "Deputy", "2030-01-01T00:00:00Z"))).as("now the last").isInstanceOf(Problem.Conflict.class);
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void g07OfTwoAdministratorsWhoDemoteEachOtherAtOnceOneStays(Product product) throws Exception {
        var company = new Company(product);
        Person ceo = company.people.one(company.id("ceo"));
        company.run(() -> company.people.change(company.id("ceo"), with(ceo, "SystemAdministrator", true)));
        var start = new CyclicBarrier(2);

        try (var both = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> done = both.invokeAll(List.of(demotion(company, "admin", start), demotion(company, "ceo", start)));

            assertThat(List.of(done.getFirst().get(), done.getLast().get())).containsExactlyInAnyOrder(true, false);
        }
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aPersonIsMadeChangedAndMadeInactive(Product product) {
        var company = new Company(product);
        var wanted = new Person(
                null, "new.rep", "New Rep", "new@demo.example", null, "StandardUser", "rep.west.1", "manager.west", true, "Europe/Berlin", "de_DE", null);

        Person made = company.run(() -> company.people.create(wanted));
        String id = Objects.requireNonNull(made.id());

        assertThat(made.manager()).isEqualTo("manager.west");
        assertThat(company.access("new.rep").readableObject("Account")).isPresent();
        assertThat(company.refusal(() -> company.people.create(wanted))).isInstanceOf(Problem.InvalidArguments.class);
        assertThat(company.refusal(() -> company.people.change(id, wanted))).as("without the moment it was read at").isInstanceOf(Problem.Conflict.class);

        company.run(() -> company.people.change(id, with(made, "StandardUser", false)));

        assertThat(company.access("new.rep").readableObject("Account")).isEmpty();
        assertThat(company.people.page("new.q", 1)).extracting(Person::username).containsExactly("new.rep");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void aPersonIsInTheGroupsOfTheirRoleAndOutOfThemWithTheChangeThatSaysSo(Product product) {
        var company = new Company(product);
        var wanted = new Person(
                null, "new.rep", "New Rep", "new@demo.example", null, "StandardUser", "rep.west.1", null, true, "Europe/Berlin", "de_DE", null);

        Person made = company.run(() -> company.people.create(wanted));
        String id = Objects.requireNonNull(made.id());
        int belonged = company.memberships(id);
        Person moved = company.run(() -> company.people.change(id, new Person(
                id, made.username(), made.name(), made.email(), null, made.profile(), null, null, true, made.timeZone(), made.locale(), made.lastModifiedDate())));

        assertThat(belonged).isPositive();
        assertThat(moved.role()).isNull();
        assertThat(company.memberships(id)).isZero();
    }

    @Test
    void aPasswordIsHashedAndEndsSessions() {
        var company = new Company(Product.H2);
        String id = company.id("rep.west.1");

        company.run(() -> {
            company.people.setPassword(id, "correct horse battery");
            return true;
        });

        assertThat(company.world.database().sql().fetchValue("SELECT password_hash FROM gatehouse.app_user WHERE id = ?", id).toString())
                .startsWith("$2a$10$").hasSize(60);
        assertThat(company.world.database().sql().fetchValue("SELECT credentials_changed_at FROM gatehouse.app_user WHERE id = ?", id)).isNotNull();
        assertThat(company.refusal(() -> company.people.setPassword(id, "short"))).isInstanceOf(Problem.InvalidArguments.class);
        assertThat(PasswordHashes.complaints("my rep.west.1 word", "rep.west.1")).containsExactly("a password does not contain the user name");
        assertThat(PasswordHashes.complaints("ä".repeat(37), "x")).containsExactly("a password has at most 72 bytes");
    }

    private static Callable<Boolean> demotion(Company company, String username, CyclicBarrier start) {
        Person person = company.people.one(company.id(username));
        return () -> {
            start.await();
            try {
                company.run(() -> company.people.change(company.id(username), with(person, "StandardUser", true)));
                return true;
            } catch (ProblemException e) {
                return false;
            }
        };
    }

    private static Person with(Person it, String profile, boolean active) {
        return new Person(
                it.id(), it.username(), it.name(), it.email(), it.title(), profile, it.role(), it.manager(), active, it.timeZone(), it.locale(),
                it.lastModifiedDate());
    }

    private static String complaint(Map<String, ObjectGrant> objects, String... system) {
        var company = new Company(Product.H2);
        Problem problem = company.refusal(
                () -> company.grants.create(new PermissionSet("New", "New", null, false, false, List.of(system), objects, null)));
        return ((Problem.InvalidArguments) problem).violations().getFirst().message();
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void r07AnotherPasswordEndsTheConnectionsOfThePersonWhereTheOrganisationSaysSo(Product product) {
        var company = new Company(product);
        var sql = company.world.database().sql();
        String password = "correct horse battery";
        var revoked = APP_USER.REVOKED_VERSION;
        Supplier<Long> rep = () -> sql.fetchSingle(APP_USER, APP_USER.USERNAME.eq("rep.west.1")).get(revoked);

        assertThat(company.run(() -> company.people.setPassword(company.id("rep.west.1"), password))).isEmpty();
        assertThat(rep.get()).isZero();

        sql.update(ORGANIZATION).set(ORGANIZATION.CONNECTIONS_END_WITH_PASSWORD, true).execute();
        long before = company.versions.current(Topic.ACCESS);
        var ended = company.run(() -> company.people.setPassword(company.id("rep.west.1"), password + "!"));

        assertThat(ended).contains(new ConnectionsEnded(company.id("rep.west.1"), "rep.west.1", rep.get()));
        assertThat(rep.get()).as("connections made up to now have an older number").isGreaterThan(before);
        assertThat(sql.fetchCount(APP_USER, revoked.gt(0L))).as("nobody else's").isEqualTo(1);
    }

    private static PermissionSet set(String name, Map<String, ObjectGrant> objects, int version) {
        return new PermissionSet(name, name, null, false, false, null, objects, version);
    }

    private static ObjectGrant grant(boolean read, boolean create, boolean edit, boolean delete, boolean viewAll, boolean modifyAll) {
        return new ObjectGrant(read, create, edit, delete, viewAll, modifyAll, false, null);
    }

    private static ObjectGrant field(String name, boolean read, boolean edit) {
        return new ObjectGrant(true, false, false, false, false, false, false, Map.of(name, new FieldGrant(read, edit)));
    }

    /** The demo organisation with its administration. */
    private static final class Company {
        final SampleWorld world;
        final ConfigurationVersions versions;
        final GrantStore grants;
        final SetGroupStore groups;
        final PeopleStore people;

        Company(Product product) {
            world = SampleWorld.own(product);
            versions = new ConfigurationVersions(world.database());
            grants = new GrantStore(world.database(), versions, new ObjectCatalogs(world.database()), InstantSource.fixed(SampleWorld.NOW));
            groups = new SetGroupStore(world.database(), versions, InstantSource.fixed(SampleWorld.NOW));
            InstantSource clock = InstantSource.fixed(SampleWorld.NOW);
            people = new PeopleStore(
                    world.database(), versions, new PasswordHashes(), new Recalculations(world.database(), TestAudit.events(world.database()), clock), clock);
        }

        int memberships(String userId) {
            return world.database().sql().fetchCount(GROUP_MEMBERSHIP, GROUP_MEMBERSHIP.USER_ID.eq(userId));
        }

        <T> T run(Supplier<T> work) {
            return world.transactions().run(work);
        }

        Problem refusal(Supplier<?> work) {
            return catchThrowableOfType(ProblemException.class, () -> run(work)).problem();
        }

        Problem refusal(Runnable work) {
            return refusal(() -> {
                work.run();
                return true;
            });
        }

        void assign(String username, String set, @Nullable String expiresAt) {
            run(() -> {
                grants.assign(id(username), new Assignment(set, expiresAt));
                return true;
            });
        }

        void assignGroup(String username, String group, @Nullable String expiresAt) {
            run(() -> {
                groups.assign(id(username), new GroupAssignment(group, expiresAt));
                return true;
            });
        }

        List<String> groupComplaints(SetGroup wanted) {
            var refused = (Problem.InvalidArguments) refusal(() -> groups.create(wanted));
            return refused.violations().stream().map(Problem.Violation::message).toList();
        }

        void delete(String name, int version) {
            grants.delete(name, version);
        }

        String id(String username) {
            return world.userId(username);
        }

        EffectiveAccess access(String username) {
            return world.permissions().access(id(username), versions.current(Topic.ACCESS));
        }
    }
}
