package org.gatehouse.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.testing.TestAccess.field;
import static org.gatehouse.testing.TestAccess.open;
import static org.gatehouse.testing.TestAccess.owner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.permission.Ceiling.FieldCeiling;
import org.gatehouse.permission.Ceiling.MaskKind;
import org.gatehouse.permission.Ceiling.MaskRule;
import org.gatehouse.permission.Ceiling.ObjectCeiling;
import org.gatehouse.permission.Criteria.Criterion;
import org.gatehouse.testing.TestAccess;
import org.junit.jupiter.api.Test;

/** What ceilings leave of a person's access, on access made by hand. */
class CeilingTest {
    private static final FieldDefinition NAME = open("Name", FieldType.TEXT);
    private static final FieldDefinition EMAIL = field("Email", FieldType.EMAIL);
    private static final FieldDefinition REGION = field("Region", FieldType.TEXT);
    private static final ObjectDefinition ACCOUNT = TestAccess.object("Account", OrgWideDefault.PUBLIC_READ_WRITE, false, owner(), NAME, EMAIL, REGION);
    private static final ObjectDefinition NOTE = TestAccess.detail("Note", "Account", TestAccess.lookup("Account", "AccountRef", "Account"), NAME);

    @Test
    void leavesEverythingWhereThereIsNoCeiling() {
        var access = access(Ceilings.NONE);

        assertThat(access.object(ACCOUNT)).isEqualTo(ObjectPermission.ALL);
        assertThat(access.canEdit(ACCOUNT, EMAIL)).isTrue();
        assertThat(access.mask(ACCOUNT, EMAIL)).isEmpty();
    }

    @Test
    void leavesNothingUnderAnEmptyCeiling() {
        var access = access(over(Ceiling.NOTHING));

        assertThat(access.readableObject("Account")).isEmpty();
        assertThat(access.visible(ACCOUNT)).isEqualTo(new RecordFilter.None());
        assertThat(access.canCreate(ACCOUNT)).isFalse();
    }

    @Test
    void takesVerbsAwayAndLeavesTheOthersAsTheyAre() {
        var access = access(over(ceiling("re", true, Map.of())));

        assertThat(access.visible(ACCOUNT)).isEqualTo(new RecordFilter.Every());
        assertThat(access.editable(ACCOUNT)).as("Modify All still opens every record").isEqualTo(new RecordFilter.Every());
        assertThat(access.deletable(ACCOUNT)).isEqualTo(new RecordFilter.None());
        assertThat(access.canCreate(ACCOUNT)).isFalse();
    }

    @Test
    void hidesFieldsThatItDoesNotNameButNeverTheId() {
        var access = access(over(ceiling("r", false, Map.of("Email", new FieldCeiling(true, true, null)))));

        assertThat(ACCOUNT.fields()).filteredOn(field -> access.canRead(ACCOUNT, field)).extracting(FieldDefinition::apiName).containsExactly("Id", "Email");
    }

    @Test
    void masksAFieldAndTakesItsEditingAway() {
        var access = access(over(ceiling("re", true, Map.of("Email", new FieldCeiling(true, true, new MaskRule(MaskKind.DOTS, 0, 0))))));

        assertThat(access.mask(ACCOUNT, EMAIL)).contains(new Mask.Dots());
        assertThat(access.canRead(ACCOUNT, EMAIL)).isTrue();
        assertThat(access.canEdit(ACCOUNT, EMAIL)).isFalse();
        assertThat(access.readableField(ACCOUNT, object -> object.field("Email"))).as("for filters").isEmpty();
        assertThat(access.selectableField(ACCOUNT, object -> object.field("Email"))).isPresent();
    }

    @Test
    void narrowsRecordsEvenForWhoSeesAll() {
        var criteria = List.of(new Criterion("Region", "equals", "West"));
        var account = new ObjectCeiling(true, true, true, true, true, Map.of(), criteria, false);
        var note = new ObjectCeiling(true, false, true, false, true, Map.of(), List.of(), false);
        var access = access(over(new Ceiling(Map.of("Account", account, "Note", note))));

        var west = new RecordFilter.Matching(new Predicate.Compares(REGION, CriterionOperator.EQUALS, "West"));
        assertThat(access.visible(ACCOUNT)).isEqualTo(west);
        assertThat(access.editable(ACCOUNT)).isEqualTo(west);
        assertThat(access.deletable(ACCOUNT)).isEqualTo(west);
    }

    @Test
    void narrowsADetailByTheCriteriaOfItsParent() {
        var criteria = List.of(new Criterion("Region", "equals", "West"));
        var account = new ObjectCeiling(true, false, false, false, true, Map.of(), criteria, false);
        var note = new ObjectCeiling(true, false, true, false, true, Map.of(), List.of(), false);
        var person = TestAccess.person().with(ACCOUNT, NOTE).may("rced", "Account").may("rced", "Note");
        var access = person.access(over(new Ceiling(Map.of("Account", account, "Note", note))));

        var west = new RecordFilter.Matching(new Predicate.Compares(REGION, CriterionOperator.EQUALS, "West"));
        assertThat(access.editable(NOTE)).isInstanceOfSatisfying(
                RecordFilter.Matching.class,
                filter -> assertThat(filter.predicate())
                        .isInstanceOfSatisfying(Predicate.ParentVisible.class, parent -> assertThat(parent.filter()).isEqualTo(west)));
    }

    @Test
    void leavesNoRecordsWhereCriteriaMeanNothing() {
        var criteria = List.of(new Criterion("Gone", "equals", "West"));

        var access = access(over(new Ceiling(Map.of("Account", new ObjectCeiling(true, true, true, true, true, Map.of(), criteria, false)))));

        assertThat(access.visible(ACCOUNT)).isEqualTo(new RecordFilter.None());
    }

    @Test
    void neverWidensWhateverTheCombination() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            TestAccess person = TestAccess.person().with(ACCOUNT, NOTE).may(letters(random), "Account").may(letters(random), "Note");
            if (random.nextBoolean()) {
                person.reads("Account", "Email");
            }
            if (random.nextBoolean()) {
                person.edits("Account", "Region");
            }
            if (random.nextInt(5) == 0) {
                person.with(any(random, List.of(SystemPermission.values())));
            }
            var wide = person.access();
            var narrow = person.access(new Ceilings(random.nextBoolean() ? List.of(random(random)) : List.of(random(random), random(random)), null));

            for (ObjectDefinition object : List.of(ACCOUNT, NOTE)) {
                assertThat(narrow.object(object).or(wide.object(object))).as("seed %s round %s", seed, round).isEqualTo(wide.object(object));
                assertThat(narrow.canCreate(object) && !wide.canCreate(object)).as("seed %s round %s", seed, round).isFalse();
                for (FieldDefinition field : object.fields()) {
                    assertThat(narrow.canRead(object, field) && !wide.canRead(object, field)).as("seed %s round %s", seed, round).isFalse();
                    assertThat(narrow.canSet(object, field) && !wide.canSet(object, field)).as("seed %s round %s", seed, round).isFalse();
                    assertThat(narrow.canSet(object, field) && narrow.mask(object, field).isPresent()).as("seed %s round %s", seed, round).isFalse();
                }
                assertThat(within(narrow.visible(object), wide.visible(object))).as("seed %s round %s", seed, round).isTrue();
                assertThat(within(narrow.editable(object), wide.editable(object))).as("seed %s round %s", seed, round).isTrue();
                assertThat(within(narrow.deletable(object), wide.deletable(object))).as("seed %s round %s", seed, round).isTrue();
            }
        }
    }

    /** Whether one filter is the other, none of it, or the other with more demands. */
    private static boolean within(RecordFilter narrow, RecordFilter wide) {
        if (narrow instanceof RecordFilter.None || wide instanceof RecordFilter.Every || narrow.equals(wide)) {
            return true;
        }
        return narrow instanceof RecordFilter.Matching(var inner)
                && wide instanceof RecordFilter.Matching(var outer)
                && (inner instanceof Predicate.AllOf(var all)
                        ? all.stream().anyMatch(one -> one.equals(outer) || parents(one, outer))
                        : parents(inner, outer));
    }

    private static boolean parents(Predicate narrow, Predicate wide) {
        return narrow instanceof Predicate.ParentVisible one && wide instanceof Predicate.ParentVisible other && within(one.filter(), other.filter());
    }

    private static <T> T any(Random random, List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        for (char letter : "rcedvmf".toCharArray()) {
            if (random.nextInt(3) > 0) {
                letters.append(letter);
            }
        }
        return letters.toString();
    }

    private static Ceiling random(Random random) {
        Map<String, ObjectCeiling> objects = new HashMap<>();
        for (ObjectDefinition object : List.of(ACCOUNT, NOTE)) {
            if (random.nextInt(4) > 0) {
                Map<String, FieldCeiling> fields = new HashMap<>();
                for (FieldDefinition field : object.fields()) {
                    if (random.nextBoolean()) {
                        MaskRule mask = random.nextInt(3) == 0 ? new MaskRule(any(random, List.of(MaskKind.values())), 1, 1) : null;
                        fields.put(field.apiName(), new FieldCeiling(random.nextBoolean(), random.nextBoolean(), mask));
                    }
                }
                List<Criterion> criteria = new ArrayList<>();
                if (random.nextInt(3) == 0) {
                    criteria.add(new Criterion("Name", "startsWith", "A"));
                }
                objects.put(object.apiName(), new ObjectCeiling(
                        random.nextInt(4) > 0, random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), fields, criteria, false));
            }
        }
        return new Ceiling(objects);
    }

    private static EffectiveAccess access(Ceilings ceilings) {
        return TestAccess.person()
                .with(ACCOUNT, NOTE)
                .may("rcedvmf", "Account")
                .may("rcedvmf", "Note")
                .edits("Account", "Email")
                .edits("Account", "Region")
                .access(ceilings);
    }

    private static Ceilings over(Ceiling ceiling) {
        return new Ceilings(List.of(ceiling), null);
    }

    private static Ceiling ceiling(String verbs, boolean allFields, Map<String, FieldCeiling> fields) {
        return new Ceiling(Map.of(
                "Account",
                new ObjectCeiling(
                        verbs.contains("r"), verbs.contains("c"), verbs.contains("e"), verbs.contains("d"), allFields, fields, List.of(), false)));
    }
}
