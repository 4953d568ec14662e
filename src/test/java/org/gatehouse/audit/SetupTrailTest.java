package org.gatehouse.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.TestAudit;
import org.gatehouse.testing.TestDatabases;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetupTrailTest {
    private final Database database = new Database(TestDatabases.empty());
    private final Requester requester = new Requester();
    private final SetupTrail trail = new SetupTrail(new AuditEvents(TestAudit.rows(database), requester, InstantSource.system()));
    private @Nullable Settings settings = new Settings("blue", 1, "Ada");

    @Test
    void keepsWhatChangedAndLeavesOutWhatDidNot() {
        requester.is(new Actor("005", "admin", "inspector", "g", "192.0.2.1"), new Channel(Channel.Family.REST, "PUT", "/api/v1/paint"), "r-7");

        trail.change(EventType.SETUP_AUDIT_TRAIL, "paint.change", "wall", () -> settings, () -> settings = new Settings("red", 2, "Ada"));

        Record event = event();
        assertThat(event.get(AUDIT_EVENT.BEFORE_VALUE)).isEqualTo("{\"colour\":\"blue\",\"version\":1}");
        assertThat(event.get(AUDIT_EVENT.AFTER_VALUE)).isEqualTo("{\"colour\":\"red\",\"version\":2}");
        assertThat(event.get(AUDIT_EVENT.METHOD)).isEqualTo("paint.change");
        assertThat(event.get(AUDIT_EVENT.OBJECTS)).isEqualTo("wall");
        assertThat(event.get(AUDIT_EVENT.USERNAME)).isEqualTo("admin");
        assertThat(event.get(AUDIT_EVENT.REQUEST_ID)).isEqualTo("r-7");
        assertThat(event.get(AUDIT_EVENT.API_RESOURCE)).isEqualTo("/api/v1/paint");
    }

    @Test
    void keepsAllOfWhatCameAndOfWhatWent() {
        trail.change(EventType.SETUP_AUDIT_TRAIL, "paint.delete", "wall", () -> Optional.ofNullable(settings), () -> settings = null);

        assertThat(event().get(AUDIT_EVENT.BEFORE_VALUE)).contains("Ada");
        assertThat(event().get(AUDIT_EVENT.AFTER_VALUE)).isNull();
    }

    @Test
    void takesNotFoundForNotThere() {
        trail.change(EventType.SETUP_AUDIT_TRAIL, "paint.delete", "wall", this::present, () -> settings = null);

        assertThat(event().get(AUDIT_EVENT.AFTER_VALUE)).isNull();
    }

    @Test
    void changeThatChangesNothingLeavesNoEvent() {
        trail.change(EventType.SETUP_AUDIT_TRAIL, "paint.change", "wall", () -> settings, () -> settings = new Settings("blue", 1, "Ada"));

        assertThat(database.sql().fetchCount(AUDIT_EVENT)).isZero();
    }

    @Test
    void changeThatFailsIsNoChange() {
        assertThatThrownBy(() -> trail.change(EventType.SETUP_AUDIT_TRAIL, "paint.change", "wall", () -> settings, (Runnable) () -> {
            throw new ProblemException(new Problem.Conflict("Wet."));
        })).isInstanceOf(ProblemException.class);

        assertThat(database.sql().fetchCount(AUDIT_EVENT)).isZero();
    }

    @Test
    void aSecretIsNotedWithoutIt() {
        trail.secret(EventType.SETUP_AUDIT_TRAIL, "user.password", "ada");

        assertThat(event().get(AUDIT_EVENT.METHOD)).isEqualTo("user.password");
        assertThat(event().get(AUDIT_EVENT.BEFORE_VALUE)).isNull();
        assertThat(event().get(AUDIT_EVENT.AFTER_VALUE)).isNull();
    }

    @Test
    void aListIsKeptWhole() {
        trail.change(EventType.PERMISSION_UPDATE, "set.assign", "ada", () -> settings == null ? Map.of() : Map.of("sets", 1), () -> settings = null);

        assertThat(event().get(AUDIT_EVENT.BEFORE_VALUE)).isEqualTo("{\"sets\":1}");
        assertThat(event().get(AUDIT_EVENT.AFTER_VALUE)).isEqualTo("{}");
    }

    private Settings present() {
        return Optional.ofNullable(settings)
                .orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.RULE, "wall", "There is none.")));
    }

    private Record event() {
        return database.sql().selectFrom(AUDIT_EVENT).fetchSingle();
    }

    private record Settings(String colour, int version, String owner) {}
}
