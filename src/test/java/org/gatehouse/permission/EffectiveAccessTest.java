package org.gatehouse.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.testing.TestAccess.field;
import static org.gatehouse.testing.TestAccess.object;
import static org.gatehouse.testing.TestAccess.open;
import static org.gatehouse.testing.TestAccess.person;

import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.OrgWideDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveAccessTest {
    private final ObjectDefinition thing =
            object("Thing", OrgWideDefault.PRIVATE, true, open("Name", FieldType.TEXT), field("Secret", FieldType.TEXT));

    @ParameterizedTest(name = "object: {0}, field permission: {1}, system permission: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # object | field | system          | reads Name | reads Secret | edits Name | edits Secret
                     |       |                 | no  | no  | no  | no
                     | edit  |                 | no  | no  | no  | no
            r        |       |                 | yes | no  | no  | no
            r        | read  |                 | yes | yes | no  | no
            r        | edit  |                 | yes | yes | no  | no
            re       |       |                 | yes | no  | yes | no
            re       | read  |                 | yes | yes | yes | no
            re       | edit  |                 | yes | yes | yes | yes
            rf       |       |                 | yes | yes | no  | no
            f        |       |                 | no  | no  | no  | no
            edvm     | edit  |                 | no  | no  | no  | no
            rvm      |       |                 | yes | no  | no  | no
                     |       | VIEW_ALL_DATA   | yes | no  | no  | no
                     |       | MODIFY_ALL_DATA | yes | no  | yes | no
            """)
    void decidesOnFields(
            String may, String fieldPermission, String system, String readsName, String readsSecret, String editsName, String editsSecret) {
        var person = person().with(thing).may(may == null ? "" : may, "Thing");
        if ("read".equals(fieldPermission)) {
            person.reads("Thing", "Secret");
        }
        if ("edit".equals(fieldPermission)) {
            person.edits("Thing", "Secret");
        }
        if (system != null) {
            person.with(SystemPermission.valueOf(system));
        }
        var access = person.access();
        var name = thing.field("Name").orElseThrow();
        var secret = thing.field("Secret").orElseThrow();

        assertThat(access.canRead(thing, name)).as("reads Name").isEqualTo(readsName.equals("yes"));
        assertThat(access.canRead(thing, secret)).as("reads Secret").isEqualTo(readsSecret.equals("yes"));
        assertThat(access.canEdit(thing, name)).as("edits Name").isEqualTo(editsName.equals("yes"));
        assertThat(access.canEdit(thing, secret)).as("edits Secret").isEqualTo(editsSecret.equals("yes"));
    }

    @Test
    void answersAHiddenObjectLikeAnAbsentOne() {
        var access = person().with(thing).access();

        assertThat(access.readableObject("Thing")).isEqualTo(access.readableObject("Nothing")).isEmpty();
    }

    @Test
    void findsNamesInAnyCase() {
        var access = person().with(thing).may("r", "Thing").access();

        assertThat(access.readableObject("tHING")).contains(thing);
        assertThat(access.readableField(thing, object -> object.field("NAME"))).isPresent();
        assertThat(access.readableField(thing, object -> object.field("SECRET"))).isEmpty();
    }

    @Test
    void neverMixesUpNamesThatLookAlikeWhenJoined() {
        var ab = object("Ab", OrgWideDefault.PUBLIC_READ, false, field("C", FieldType.TEXT));
        var a = object("A", OrgWideDefault.PUBLIC_READ, false, field("bC", FieldType.TEXT));
        var access = person().with(ab, a).may("r", "Ab").may("r", "A").reads("Ab", "C").access();

        assertThat(access.canRead(ab, ab.field("C").orElseThrow())).isTrue();
        assertThat(access.canRead(a, a.field("bC").orElseThrow())).isFalse();
    }
}
