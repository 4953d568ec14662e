package org.gatehouse.audit.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AlertStepsTest {
    @Test
    void aWindowIsSixtySteps() {
        var steps = new AlertSteps(5);
        Instant moment = Instant.parse("2026-11-28T10:00:00Z");

        assertThat(steps.of(moment.plusSeconds(300)) - steps.of(moment)).isEqualTo(AlertSteps.WINDOW);
        assertThat(steps.of(moment.plusSeconds(4))).isEqualTo(steps.of(moment));
        assertThat(steps.of(moment.plusSeconds(5))).isEqualTo(steps.of(moment) + 1);
    }

    @Test
    void whatLiesNoFurtherApartThanAWindowCountsTogether() {
        assertThat(most(Map.of(0L, 3L, 60L, 4L))).isEqualTo(7);
        assertThat(most(Map.of(0L, 3L, 61L, 4L))).isEqualTo(4);
        assertThat(most(Map.of(0L, 3L, 30L, 2L, 60L, 4L, 89L, 1L, 200L, 8L))).isEqualTo(9);
        assertThat(most(Map.of())).isZero();
    }

    private static long most(Map<Long, Long> counts) {
        return AlertSteps.most(new TreeMap<>(counts));
    }
}
