package org.gatehouse.extension.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.extension.running.ExtensionWorld.LIMIT;
import static org.gatehouse.extension.running.ExtensionWorld.refusal;
import static org.gatehouse.extension.running.ExtensionWorld.text;

import com.example.rough.RoughTools;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.audit.Outcome;
import org.gatehouse.catalog.SilentDialogue;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.catalog.dialogue.LogLevel;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.testing.SampleWorld.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack Q20: tools that throw, overflow, hang and remember. */
class RoughToolsTest {
    private static final Duration SHORT = Duration.ofMillis(500);

    @ParameterizedTest
    @ValueSource(strings = {"throwsSomething", "overflows"})
    void q20WhatAToolThrowsIsAFaultOfWhichTheCallerLearnsNothing(String tool) {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new RoughTools());

        Problem failure = refusal(() -> world.call("rep.west.1", tool, "{}"));

        assertThat(failure).as("a reference, and nothing of the cause").isEqualTo(new Problem.Internal("r-1"));
        assertThat(world.events.last().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(world.cases("Written by a tool that fails")).isZero();
        assertThat(text(world.call("rep.west.1", "fromAnotherThread", "{}"))).as("the next call").isEqualTo("refused");
    }

    @ParameterizedTest
    @EnumSource(Product.class)
    void q20AToolThatHangsIsLeftBehindWhenItsTimeIsOver(Product product) {
        var world = ExtensionWorld.of(product, SHORT, new RoughTools());

        assertThat(refusal(() -> world.call("rep.west.1", "hangs", "{}"))).isInstanceOf(Problem.LimitExceeded.class);

        assertThat(world.cases("Written by a tool that hangs")).isZero();
        assertThat(text(world.call("rep.west.1", "fromAnotherThread", "{}"))).as("another tool").isEqualTo("refused");
    }

    @Test
    void q20AToolThatHangsAgainAndAgainIsNotCalledAnyMore() {
        var world = ExtensionWorld.of(Product.H2, Duration.ofMillis(50), new RoughTools());
        for (int i = 0; i < 4; i++) {
            assertThat(refusal(() -> world.call("rep.west.1", "hangsAtOnce", "{}")).message()).startsWith("The tool took more than");
        }

        assertThat(refusal(() -> world.call("rep.west.1", "hangsAtOnce", "{}")).message()).startsWith("Earlier calls of hangsAtOnce do not come to an end");
        assertThat(hanging()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void q20AToolThatHangsEndsWithTheCallThatNobodyWaitsFor() {
        var world = ExtensionWorld.of(Product.H2, Duration.ofHours(1), new RoughTools());

        assertThat(refusal(() -> world.call(world.caller("rep.west.1"), "hangs", "{}", new Impatient()))).isInstanceOf(Problem.Cancelled.class);

        assertThat(world.cases("Written by a tool that hangs")).isZero();
    }

    @Test
    void q20WhatABeanRemembersGivesNobodyTheRightsOfAnother() {
        var world = ExtensionWorld.of(Product.H2, LIMIT, new RoughTools());
        String all = text(world.call("ceo", "remembers", "{}")).split(" ", -1)[1];

        String[] next = text(world.call("rep.west.1", "remembers", "{}")).split(" ", -1);

        assertThat(next[0]).as("what the developer keeps is the developer's").isEqualTo("ceo");
        assertThat(Integer.parseInt(next[1])).as("asked by way of what the ceo's call was given").isLessThan(Integer.parseInt(all));
    }

    private static long hanging() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("gatehouse-hangsAtOnce")).count();
    }

    /** A client that goes away while the tool works. */
    private static final class Impatient implements Dialogue {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public void checkpoint() {
            if (looks.incrementAndGet() > 1) {
                throw new ProblemException(new Problem.Cancelled("The client cancelled the call."));
            }
        }

        @Override
        public boolean supports(ClientCapability capability) {
            return false;
        }

        @Override
        public void progress(double done, double total, String message) {}

        @Override
        public void log(LogLevel level, String logger, JsonNode data) {}

        @Override
        public void disconnect() {}

        @Override
        public void background(boolean required) {}

        @Override
        public Map<String, JsonNode> ask(Map<String, InputRequest> questions) {
            return new SilentDialogue().ask(questions);
        }
    }
}
