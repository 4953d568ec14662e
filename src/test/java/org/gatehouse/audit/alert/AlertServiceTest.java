package org.gatehouse.audit.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.gatehouse.audit.alert.AlertWorld.REFUSALS;
import static org.gatehouse.audit.alert.AlertWorld.TEN;
import static org.gatehouse.audit.alert.AlertWorld.alert;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.audit.TestOperator;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Alerts as administrators make, change and take them away. */
class AlertServiceTest {
    private final AlertWorld world = new AlertWorld(Product.H2);

    @ParameterizedTest
    @EnumSource(Product.class)
    void readsAnAlertAsItWasWritten(Product product) {
        var there = new AlertWorld(product);
        var made = new Alert("desk", "For the desk", true, REFUSALS, 7, 30, Each.CONNECTION, true, null);

        Alert read = there.make(made);

        assertThat(read).usingRecursiveComparison().ignoringFields("version").isEqualTo(made);
        assertThat(read.version()).isEqualTo(1);
        assertThat(there.service.all()).containsExactly(read);
    }

    @Test
    void aChangeLeavesATrailWithWhatWasThereAndWhatIs() {
        Alert made = world.make(alert(10, 5, Each.PERSON));
        world.service.update(new Alert("test", "", true, REFUSALS, 20, 5, Each.PERSON, false, made.version()));
        world.service.delete("test", 2);

        var events = world.database.sql().select().from(AUDIT_EVENT).where(AUDIT_EVENT.METHOD.like("alert.%")).orderBy(AUDIT_EVENT.ID).fetch();
        assertThat(events).extracting(event -> event.get(AUDIT_EVENT.METHOD)).containsExactly("alert.create", "alert.update", "alert.delete");
        assertThat(events.get(1).get(AUDIT_EVENT.BEFORE_VALUE)).isEqualTo("{\"threshold\":10,\"version\":1}");
        assertThat(events.get(1).get(AUDIT_EVENT.AFTER_VALUE)).isEqualTo("{\"threshold\":20,\"version\":2}");
        assertThat(events.get(2).get(AUDIT_EVENT.AFTER_VALUE)).isNull();
    }

    @Test
    void g16RefusesAChangeOfWhatSomebodyElseHasChanged() {
        Alert made = world.make(alert(10, 5, Each.PERSON));
        world.service.update(made);

        assertThat(refusal(() -> world.service.update(made))).isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(() -> world.service.update(alert(1, 5, Each.PERSON)))).as("without a version").isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(() -> world.service.delete("test", 1))).isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(() -> world.service.create(alert(1, 5, Each.PERSON)))).as("made twice").isInstanceOf(Problem.Conflict.class);
        assertThat(refusal(() -> world.service.one("nothing"))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void saysEverythingThatIsWrongWithAnAlertAtOnce() throws Exception {
        Alert wrong = Json.read(
                """
                {"name": "raised", "threshold": 0, "minutes": 1441, "each": "PERSON", "freezes": true,
                 "search": {"type": "Alert", "outcome": "BAD", "tool": " "}}
                """
                        .getBytes(StandardCharsets.UTF_8),
                Alert.class);

        var refused = (Problem.InvalidArguments) refusal(() -> world.service.create(wrong));

        assertThat(refused.violations()).extracting(Problem.Violation::location).containsExactly(
                "/name", "/threshold", "/minutes", "/freezes", "/search/type", "/search/outcome", "/search/tool");
    }

    @Test
    void anOperatorSeesWhatWasRaisedIsToldOfItAndSwitchesAlertsOff() {
        var monitor = new AlertsMonitor(world.service, TestOperator.acts(), () -> TEN);
        var heard = new ArrayList<String>();
        monitor.addNotificationListener((notification, handback) -> heard.add(notification.getType() + " " + notification.getMessage()), null, null);
        world.make(alert(2, 1, Each.ADDRESS));
        world.refused("ada", Duration.ZERO, 2);

        world.look().forEach(monitor::tell);

        assertThat(heard).containsExactly("org.gatehouse.alert.raised test: 2 events in 1 minute from 192.0.2.7");
        assertThat(monitor.getRaised()).containsExactly("2026-11-28T10:00:00Z test: 2 events in 1 minute from 192.0.2.7");
        assertThat(monitor.getEnabled()).containsExactly("test");
        monitor.setEnabled("test", false);
        assertThat(monitor.getEnabled()).isEqualTo(List.of());
    }

    private static Problem refusal(Runnable work) {
        return catchThrowableOfType(ProblemException.class, work::run).problem();
    }
}
