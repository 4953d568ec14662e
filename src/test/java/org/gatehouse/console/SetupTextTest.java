package org.gatehouse.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatehouse.permission.Ceiling.FieldCeiling;
import org.gatehouse.permission.Ceiling.MaskKind;
import org.gatehouse.permission.Ceiling.MaskRule;
import org.gatehouse.permission.sharing.SharingSettings.Criterion;
import org.gatehouse.permission.sharing.SharingSettings.Kind;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.permission.sharing.SharingSettings.Role;
import org.gatehouse.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What forms of the console hold and how it is read. */
class SetupTextTest {
    @Test
    void readsMembersAsTheyAreWritten() {
        var members = List.of(new Member(Kind.ROLE_AND_SUBORDINATES, "WestManager"), new Member(Kind.USER, "ada"));

        String text = SharingText.members(members);

        assertThat(text).isEqualTo("RoleAndSubordinates WestManager\nUser ada");
        assertThat(SharingText.members("members", List.of(text.split("\n")))).isEqualTo(members);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WestManager", "role WestManager", "Team West", "Role"})
    void refusesAMemberWithoutAKindThatIsKnown(String line) {
        assertThatThrownBy(() -> SharingText.member("target", line)).isInstanceOf(ProblemException.class);
    }

    @Test
    void readsCriteriaAsTheyAreWritten() {
        var criteria = List.of(new Criterion("Industry", "equals", "Oil and gas"), new Criterion("Phone", "equals", null));

        String text = SharingText.criteriaText(criteria);

        assertThat(text).isEqualTo("Industry equals Oil and gas\nPhone equals");
        assertThat(SharingText.criteria(List.of(text.split("\n")))).isEqualTo(criteria);
        assertThatThrownBy(() -> SharingText.criteria(List.of("Industry"))).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesTextWhereANumberIsWanted() {
        var form = new FormValues();
        form.put("length", " 80 ");
        form.put("digits", "eight");

        assertThat(form.number("length")).isEqualTo(80);
        assertThat(form.number("scale")).isNull();
        assertThatThrownBy(() -> form.number("digits")).isInstanceOf(ProblemException.class);
    }

    @Test
    void listsRolesFromTheTopDown() {
        var roles = List.of(new Role("West", "West", "Sales"), new Role("Sales", "Sales", null), new Role("WestOne", "West one", "West"), new Role("East", "East", "Sales"));

        assertThat(SetupSharingPage.hierarchy(roles)).extracting(level -> level.depth() + level.name()).containsExactly("0Sales", "1West", "2WestOne", "1East");
    }

    @ParameterizedTest
    @CsvSource({"doctor, Connection doctor", "why cannot, Connection doctor", "OWD, Sharing", "picklist, Objects and fields", "before AFTER, Setup audit trail"})
    void findsAPageByWhatItIsAbout(String wanted, String page) {
        assertThat(SetupPlaces.ALL).filteredOn(place -> place.matches(wanted)).extracting(SetupPlaces.Place::name).contains(page);
    }

    @Test
    void leadsOnlyToPagesThatAreThere() {
        assertThat(SetupPlaces.ALL).allSatisfy(place ->
                assertThat(Files.isRegularFile(Path.of("src/main/webapp" + place.path().replaceFirst("\\?.*", "") + ".xhtml"))).as(place.path()).isTrue());
    }

    /** An id may be the URL of a client's own metadata, with {@code &} in it; unencoded it would end at that. */
    @Test
    void writesNoValueIntoAnAddressUnencoded() throws Exception {
        Pattern value = Pattern.compile("=#\\{(?!setup\\.encode\\()");
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page : files.filter(it -> it.toString().endsWith(".xhtml")).toList()) {
                Matcher address = Pattern.compile("(?:href|src|action)=\"([^\"]*\\?[^\"]*)\"").matcher(Files.readString(page));
                while (address.find()) {
                    assertThat(value.matcher(address.group(1)).find()).as(page + ": " + address.group(1)).isFalse();
                }
            }
        }
    }

    @Test
    void readsTheFieldsOfACeilingAsTheyAreWritten() {
        var text = "Email mask dots\nIban mask ends 2 4\nName read-only\nNote open\nPhone hidden\nSalary mask nothing\nTaxId mask token";

        Map<String, FieldCeiling> fields = CeilingText.fields("Contact", List.of(text.split("\n")));

        assertThat(fields.get("Iban")).isEqualTo(new FieldCeiling(true, false, new MaskRule(MaskKind.ENDS, 2, 4)));
        assertThat(fields).containsEntry("Phone", new FieldCeiling(false, false, null));
        assertThat(CeilingText.fields(fields)).isEqualTo(text);
        assertThat(CeilingText.fields(Map.of("Phone", new FieldCeiling(false, true, new MaskRule(MaskKind.DOTS, 0, 0))))).as("hidden wins").isEqualTo("Phone hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Phone", "Phone visible", "Phone mask", "Phone mask ends 2", "Phone mask ends -1 2", "Phone hidden\nPhone open"})
    void refusesAFieldOfACeilingThatSaysNothingClear(String lines) {
        assertThatThrownBy(() -> CeilingText.fields("Contact", List.of(lines.split("\n")))).isInstanceOf(ProblemException.class);
    }

    @Test
    void anAppThatMayCallNoToolOfAServerDoesNotGetAllOfThemByASave() {
        var none = ToolChoice.of("platform/object-reads", List.of("find", "soqlQuery"), List.of());
        var gone = ToolChoice.of("platform/object-reads", List.of("find"), List.of("soqlQuery"));
        var all = ToolChoice.of("platform/object-reads", List.of("find"), null);

        assertThat(none.tools()).isEmpty();
        assertThat(gone.tools()).containsExactly("soqlQuery");
        assertThat(gone.getOffered()).containsExactly("find", "soqlQuery");
        assertThat(all.tools()).isNull();
    }
}
