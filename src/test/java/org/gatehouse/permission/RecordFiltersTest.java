package org.gatehouse.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.testing.TestAccess.PERSON;
import static org.gatehouse.testing.TestAccess.ROLE;
import static org.gatehouse.testing.TestAccess.detail;
import static org.gatehouse.testing.TestAccess.lookup;
import static org.gatehouse.testing.TestAccess.object;
import static org.gatehouse.testing.TestAccess.owner;
import static org.gatehouse.testing.TestAccess.person;

import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.testing.TestAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which records a person sees, as a table that an administrator could read. */
class RecordFiltersTest {
    @ParameterizedTest(name = "{0}, may {1}, {2}, owner field {3}, hierarchy {4}, role {5}: {6}")
    @CsvSource(delimiter = '|', textBlock = """
            # org-wide default | may | system permission | has owner | hierarchy | has role | sees
            Private            |     |                 | yes | yes | yes | nothing
            Private            | r   |                 | yes | yes | yes | own and below
            Private            | r   |                 | yes | no  | yes | own
            Private            | r   |                 | yes | yes | no  | own
            Private            | r   |                 | no  | yes | yes | shared
            Private            | rv  |                 | yes | yes | yes | everything
            Private            | rvm |                 | no  | yes | yes | everything
            Private            | v   |                 | yes | yes | yes | nothing
            Private            | vm  |                 | yes | yes | yes | nothing
            Private            | ced |                 | yes | yes | yes | nothing
            Private            | rf  |                 | yes | yes | yes | own and below
            Private            | r   | VIEW_ALL_DATA   | yes | yes | yes | everything
            Private            | r   | MODIFY_ALL_DATA | yes | yes | yes | everything
            Private            | r   | MANAGE_USERS    | yes | yes | yes | own and below
            PublicRead         |     |                 | yes | yes | yes | nothing
            PublicRead         | r   |                 | yes | yes | yes | everything
            PublicRead         | r   |                 | no  | no  | no  | everything
            PublicReadWrite    |     |                 | yes | yes | yes | nothing
            PublicReadWrite    | r   |                 | yes | yes | yes | everything
            ControlledByParent | r   |                 | yes | yes | yes | nothing
            ControlledByParent | rv  |                 | yes | yes | yes | everything
            """)
    void decides(String orgWideDefault, String may, String system, String hasOwner, String hierarchy, String hasRole, String sees) {
        ObjectDefinition thing = hasOwner.equals("yes")
                ? object("Thing", OrgWideDefault.named(orgWideDefault), hierarchy.equals("yes"), owner())
                : object("Thing", OrgWideDefault.named(orgWideDefault), hierarchy.equals("yes"));
        TestAccess person = person().with(thing).may(may == null ? "" : may, "Thing");
        if (system != null) {
            person.with(SystemPermission.valueOf(system));
        }
        if (hasRole.equals("no")) {
            person.withoutRole();
        }

        RecordFilter filter = person.access().visible(thing);

        assertThat(words(filter)).isEqualTo(sees);
    }

    @Test
    void showsADetailWhoseParentIsVisible() {
        var line = detail("Line", "DealId", lookup("DealId", "Deal", "Deal"));
        var person = person().with(deal(), line).may("r", "Deal").may("r", "Line");

        var filter = person.access().visible(line);

        assertThat(filter).isInstanceOfSatisfying(RecordFilter.Matching.class, matching -> {
            var parent = (Predicate.ParentVisible) matching.predicate();
            assertThat(parent.parent().apiName()).isEqualTo("Deal");
            assertThat(words(parent.filter())).isEqualTo("own and below");
        });
    }

    @Test
    void hidesDetailsWhoseParentObjectCannotBeRead() {
        var line = detail("Line", "DealId", lookup("DealId", "Deal", "Deal"));

        var filter = person().with(deal(), line).may("r", "Line").access().visible(line);

        assertThat(words(filter)).isEqualTo("nothing");
    }

    @Test
    void hidesDetailsWhoseParentIsUnknownOrOneOfSeveral() {
        var dangling = detail("Dangling", "GoneId", lookup("GoneId", "Gone", "Gone"));
        var polymorphic = detail("Polymorphic", "WhatId", lookup("WhatId", "What", "Deal", "Dangling"));
        var access = person().with(deal(), dangling, polymorphic).may("r", "Deal").may("r", "Dangling").may("r", "Polymorphic").access();

        assertThat(words(access.visible(dangling))).isEqualTo("nothing");
        assertThat(words(access.visible(polymorphic))).isEqualTo("nothing");
    }

    @Test
    void hidesDetailsThatControlEachOther() {
        var hen = detail("Hen", "EggId", lookup("EggId", "Egg", "Egg"));
        var egg = detail("Egg", "HenId", lookup("HenId", "Hen", "Hen"));
        var access = person().with(hen, egg).may("r", "Hen").may("r", "Egg").access();

        assertThat(words(access.visible(hen))).isEqualTo("nothing");
        assertThat(words(access.visible(egg))).isEqualTo("nothing");
    }

    @Test
    void hidesAnObjectThatTheCatalogDoesNotHave() {
        var stranger = object("Stranger", OrgWideDefault.PUBLIC_READ, false);

        var filter = person().may("r", "Stranger").access().visible(stranger);

        assertThat(words(filter)).isEqualTo("nothing");
    }

    @Test
    void theNominalOwnerOfADetailOpensNothingAroundIt() {
        var line = detail("Line", "DealId", owner(), lookup("DealId", "Deal", "Deal"));
        var note = object("Note", OrgWideDefault.PRIVATE, false, lookup("LineId", "Line", "Line"));
        var person = person().with(deal(), line, note).may("r", "Deal").may("r", "Line").may("r", "Note").in(Groups.role(ROLE));

        var filter = person.with(new ImplicitChild(ROLE, "Note", "LineId", AccessLevel.READ)).access().visible(note);

        assertThat(words(filter)).as("the owner of a detail is not who sees it").isEqualTo("shared");
    }

    private static ObjectDefinition deal() {
        return object("Deal", OrgWideDefault.PRIVATE, true, owner());
    }

    /** A person's own records can always be joined by records opened by hand, so the words leave that out. */
    private static String words(RecordFilter filter) {
        return switch (filter) {
            case RecordFilter.Every() -> "everything";
            case RecordFilter.None() -> "nothing";
            case RecordFilter.Matching(Predicate.Shared shared) -> "shared";
            case RecordFilter.Matching(Predicate.AnyOf(var ways))
                    when ways.size() == 2 && ways.getLast() instanceof Predicate.Shared && ways.getFirst() instanceof Predicate.OwnedBy owned ->
                words(owned.owners());
            case RecordFilter.Matching(var predicate) -> predicate.toString();
        };
    }

    private static String words(Owners owners) {
        if (owners.equals(GroupSizes.UNKNOWN.one(PERSON))) {
            return "own";
        }
        return owners.equals(GroupSizes.UNKNOWN.one(PERSON).or(GroupSizes.UNKNOWN.group(Groups.below(ROLE)))) ? "own and below" : owners.toString();
    }
}
