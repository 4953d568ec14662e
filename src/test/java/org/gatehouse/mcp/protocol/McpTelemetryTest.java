package org.gatehouse.mcp.protocol;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.mcp.protocol.ModernMessages.headers;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.catalog.FakeTool;
import org.gatehouse.catalog.Tier;
import org.gatehouse.platform.trace.Trace;
import org.junit.jupiter.api.Test;

/** What the operator's telemetry is told of messages. */
class McpTelemetryTest {
    private static final String UPSTREAM = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String PROXY = "00-11111111111111111111111111111111-2222222222222222-01";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final OpenTelemetry telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build())
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .build();

    private final McpWorld world = world(true);

    @Test
    void aToolCallIsASpanOfKindServerWithTheConventionsAttributes() {
        call("soqlQuery", "{\"q\":\"SECRET\"}");

        SpanData span = span();
        assertThat(span.getName()).isEqualTo("tools/call soqlQuery");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.getAttributes().asMap()).isEqualTo(Map.<AttributeKey<?>, Object>ofEntries(
                Map.entry(stringKey("mcp.method.name"), "tools/call"),
                Map.entry(stringKey("mcp.protocol.version"), "2026-07-28"),
                Map.entry(stringKey("gen_ai.tool.name"), "soqlQuery"),
                Map.entry(stringKey("gen_ai.operation.name"), "execute_tool"),
                Map.entry(stringKey("jsonrpc.request.id"), "7"),
                Map.entry(stringKey("network.transport"), "tcp"),
                Map.entry(stringKey("network.protocol.name"), "http"),
                Map.entry(stringKey("server.address"), "gate.example"),
                Map.entry(longKey("server.port"), 443L),
                Map.entry(stringKey("gatehouse.mcp.server"), "platform/object-reads")));
    }

    @Test
    void itsDurationIsInTheConventionsHistogram() {
        call("soqlQuery", "{\"q\":\"x\"}");

        MetricData durations = metrics.collectAllMetrics().iterator().next();
        HistogramPointData point = durations.getHistogramData().getPoints().iterator().next();
        assertThat(durations.getName()).isEqualTo("mcp.server.operation.duration");
        assertThat(durations.getUnit()).isEqualTo("s");
        assertThat(point.getBoundaries()).containsExactly(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0);
        assertThat(point.getCount()).isEqualTo(1);
        assertThat(point.getAttributes().get(stringKey("gen_ai.tool.name"))).isEqualTo("soqlQuery");
        assertThat(point.getAttributes().asMap().keySet()).extracting(AttributeKey::getKey).doesNotContain("jsonrpc.request.id");
    }

    @Test
    void theTraceIsTheMessagesOwnAndTheHttpRequestsIsLinked() {
        world.within(trace(PROXY)).post(headers("tools/list", null), traced("tools/list", UPSTREAM));

        SpanData span = span();
        assertThat(span.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(span.getLinks()).extracting(LinkData::getSpanContext).extracting(link -> link.getTraceId()).containsExactly("1".repeat(32));
        assertThat(world.lastEvent().traceId()).isEqualTo(span.getTraceId());
    }

    @Test
    void aMessageWithoutATraceTakesThatOfItsHttpRequest() {
        world.within(trace(PROXY)).post(headers("tools/list", null), ModernMessages.request("tools/list", ""));

        assertThat(span().getTraceId()).isEqualTo("1".repeat(32));
        assertThat(span().getParentSpanId()).isEqualTo("2".repeat(16));
        assertThat(span().getLinks()).isEmpty();
    }

    @Test
    void u16TheEventNamesTheTraceOfTheSpan() {
        call("soqlQuery", "{\"q\":\"x\"}");

        assertThat(world.lastEvent().traceId()).isEqualTo(span().getTraceId());
        assertThat(world.lastEvent().actor().tokenDigest()).isEqualTo("digest");
    }

    @Test
    void nonsenseIsNoTrace() {
        for (String nonsense : List.of("", "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-xyz-1-01", UPSTREAM + UPSTREAM)) {
            spans.reset();

            world.within(trace(nonsense)).post(headers("tools/list", null), traced("tools/list", nonsense));

            assertThat(span().getParentSpanContext().isValid()).isFalse();
        }
    }

    @Test
    void anErrorOfTheProtocolGivesItsCode() {
        world.post(headers("prompts/list", null), ModernMessages.request("prompts/list", ""));

        assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span().getAttributes().get(stringKey("error.type"))).isEqualTo("-32601");
        assertThat(span().getAttributes().get(stringKey("rpc.response.status_code"))).isEqualTo("-32601");
    }

    @Test
    void aToolsErrorIsOneOfTheTool() {
        call("soqlQuery", "{\"q\":5}");

        assertThat(span().getName()).isEqualTo("tools/call soqlQuery");
        assertThat(span().getAttributes().get(stringKey("error.type"))).isEqualTo("tool_error");
    }

    @Test
    void whatAClientInventsIsNotTold() {
        call("PERSONAL_DATA_AS_TOOL", "{}");
        world.post(headers("PERSONAL/DATA", null), ModernMessages.request("PERSONAL/DATA", ""));
        world.post(headers("notifications/PERSONAL", null), "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/PERSONAL\",\"params\":{" + ModernMessages.META + "}}");
        world.post(headers("resources/read", "records://PERSONAL"), ModernMessages.request("resources/read", "\"uri\":\"records://PERSONAL\""));

        String told = spans.getFinishedSpanItems() + metrics.collectAllMetrics().toString();
        assertThat(spans.getFinishedSpanItems()).extracting(SpanData::getName).containsExactly("tools/call", "_OTHER", "_OTHER", "resources/read");
        assertThat(told).doesNotContain("PERSONAL");
    }

    @Test
    void u12NoArgumentResultPersonConnectionOrAddressIsTold() {
        call("soqlQuery", "{\"q\":\"CANARY-ARGUMENT\"}");
        String told = span() + span().getAttributes().asMap().values().stream().map(Object::toString).collect(Collectors.joining(" "))
                + metrics.collectAllMetrics();

        var actor = world.lastEvent().actor();
        assertThat(told).doesNotContain(
                "CANARY", actor.username(), actor.userId(), actor.clientId(), actor.grantId(), actor.clientAddress(), "digest");
    }

    @Test
    void nothingIsBuiltWhereTelemetryIsOffAndTheEventStillNamesTheTrace() {
        McpWorld quiet = world(false);

        quiet.within(trace(PROXY)).post(headers("tools/list", null), ModernMessages.request("tools/list", ""));

        assertThat(spans.getFinishedSpanItems()).isEmpty();
        assertThat(metrics.collectAllMetrics()).isEmpty();
        assertThat(quiet.lastEvent().traceId()).isEqualTo("1".repeat(32));
    }

    private McpWorld world(boolean on) {
        return new McpWorld(new McpTelemetry(telemetry, "https://gate.example", on), List::of, FakeTool.echo("soqlQuery", Tier.READ));
    }

    private void call(String tool, String arguments) {
        world.post(headers("tools/call", tool), ModernMessages.call(tool, arguments));
    }

    private static String traced(String method, String traceparent) {
        return ModernMessages.request(method, "").replace("\"_meta\":{", "\"_meta\":{\"traceparent\":\"" + traceparent + "\",");
    }

    private static Trace trace(String traceparent) {
        return Trace.read(name -> name.equals("traceparent") ? traceparent : null);
    }

    private SpanData span() {
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        return spans.getFinishedSpanItems().getFirst();
    }
}
