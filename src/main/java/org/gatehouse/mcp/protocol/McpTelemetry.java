package org.gatehouse.mcp.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.audit.AuditText;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator's telemetry of every message, by OpenTelemetry's conventions for MCP: a span of kind server and its duration.
 *
 * <p>It tells of methods, tools, versions and errors: never of arguments, results, people or records, and so neither of URIs of resources nor of
 * ids of sessions. Where telemetry is off, which it is unless the operator turns it on, nothing is built.
 */
@Singleton
class McpTelemetry {
    /** The buckets that the conventions give for durations of MCP, in seconds. */
    private static final List<Double> BUCKETS = List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0);

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("mcp.method.name");
    private static final AttributeKey<String> VERSION = AttributeKey.stringKey("mcp.protocol.version");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    private static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("jsonrpc.request.id");
    private static final AttributeKey<String> SERVER = AttributeKey.stringKey("gatehouse.mcp.server");
    private static final int LONGEST_ID = 64;

    /** For methods that there are not: a client can invent any number of them. */
    private static final String OTHER = "_OTHER";

    /** The notifications that clients send and nothing is done about. */
    private static final Set<String> NOTIFICATIONS = Set.of("notifications/initialized", "notifications/progress", "notifications/cancelled", "notifications/roots/list_changed");

    /** What a session's stream and its end are called in the event log; neither is a message. */
    private static final Set<String> NO_MESSAGES = Set.of("GET", "DELETE");

    private final boolean on;
    private final Tracer tracer;
    private final DoubleHistogram durations;
    private final Attributes here;

    @Inject
    McpTelemetry(OpenTelemetry telemetry, Deployment deployment, @ConfigProperty(name = "otel.sdk.disabled", defaultValue = "true") boolean off) {
        this(telemetry, deployment.publicUrl(), !off);
    }

    McpTelemetry(OpenTelemetry telemetry, String publicUrl, boolean on) {
        this.on = on;
        tracer = telemetry.getTracer("org.gatehouse.mcp");
        durations = telemetry.getMeter("org.gatehouse.mcp")
                .histogramBuilder("mcp.server.operation.duration")
                .setDescription("The duration of the MCP request or notification, from when it was received until its answer is there.")
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(BUCKETS)
                .build();
        URI url = URI.create(publicUrl);
        here = Attributes.builder()
                .put("network.transport", "tcp")
                .put("network.protocol.name", "http")
                .put("server.address", url.getHost())
                .put("server.port", url.getPort() == -1 ? url.getScheme().equals("https") ? 443L : 80L : url.getPort())
                .build();
    }

    /**
     * Does what a message asks for, observed.
     *
     * @param answer what does it, given the id of the trace that it is part of
     */
    McpReply observe(McpExchange exchange, Inbound inbound, Function<String, McpReply> answer) {
        String method = method(inbound);
        if (!on || method == null) {
            return answer.apply(exchange.traceId());
        }
        McpOperation operation = begin(exchange, inbound, method);
        McpReply reply = new McpReply.Refused(500, JsonRpcError.of(JsonRpcError.INTERNAL_ERROR, ""), null);
        try {
            reply = answer.apply(operation.span().getSpanContext().getTraceId());
            return reply;
        } finally {
            operation.end(reply);
        }
    }

    private McpOperation begin(McpExchange exchange, Inbound inbound, String method) {
        AttributesBuilder known = here.toBuilder().put(METHOD, method);
        Optional.ofNullable(inbound.version()).flatMap(ProtocolVersion::find).ifPresent(version -> known.put(VERSION, version.wireName()));
        if (inbound.request() instanceof McpRequest.CallTool) {
            known.put(OPERATION, "execute_tool");
        }
        SpanBuilder span = tracer.spanBuilder(method)
                .setSpanKind(SpanKind.SERVER)
                .setParent(Context.root().with(Span.wrap(exchange.trace().caller())))
                .setAttribute(SERVER, exchange.serverName());
        if (exchange.transportTrace().known() && !exchange.transportTrace().equals(exchange.trace())) {
            span.addLink(exchange.transportTrace().caller());
        }
        JsonNode id = inbound.id();
        if (id != null && !id.isNull()) {
            span.setAttribute(REQUEST_ID, AuditText.fit(id.asText(), LONGEST_ID));
        }
        return new McpOperation(span.startSpan(), durations, method, inbound.request(), known.build());
    }

    /** The method, if the message has one. */
    private static @Nullable String method(Inbound inbound) {
        String method = inbound.method();
        return switch (inbound.request()) {
            case McpRequest.Invalid invalid -> OTHER;
            case McpRequest.Notify notification -> method != null && NOTIFICATIONS.contains(method) ? method : OTHER;
            default -> method == null || NO_MESSAGES.contains(method) ? null : method;
        };
    }

    /**
     * The trace that a message itself names, in {@code params._meta}. MCP and what carries it have traces of their own, and the message's is the
     * nearer one (SEP-414).
     */
    static Trace named(JsonRpcMessage message) {
        return switch (message) {
            case JsonRpcMessage.Request(var id, var method, var params) -> named(params.path("_meta"));
            case JsonRpcMessage.Notification(var method, var params) -> named(params.path("_meta"));
            case JsonRpcMessage.Response response -> Trace.NONE;
            case JsonRpcMessage.Malformed malformed -> Trace.NONE;
        };
    }

    private static Trace named(JsonNode meta) {
        return Trace.read(name -> meta.path(name).textValue());
    }
}
