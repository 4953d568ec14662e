package org.gatehouse.mcp.protocol;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;

/** A message while it is answered, as telemetry sees it. Belongs to one message. */
final class McpOperation {
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> STATUS_CODE = AttributeKey.stringKey("rpc.response.status_code");
    private static final AttributeKey<String> TOOL = AttributeKey.stringKey("gen_ai.tool.name");
    private static final AttributeKey<String> PROMPT = AttributeKey.stringKey("gen_ai.prompt.name");

    /** The convention's word for a result with isError. */
    private static final String TOOL_ERROR = "tool_error";

    private static final double NANOS = 1e9;

    private final Span span;
    private final DoubleHistogram durations;
    private final String method;
    private final McpRequest request;
    private final Attributes known;
    private final long began = System.nanoTime();

    /**
     * An operation that begins now.
     *
     * @param known what telemetry may tell of it already
     */
    McpOperation(Span span, DoubleHistogram durations, String method, McpRequest request, Attributes known) {
        this.span = span;
        this.durations = durations;
        this.method = method;
        this.request = request;
        this.known = known;
    }

    Span span() {
        return span;
    }

    /** The answer is there. */
    void end(McpReply reply) {
        AttributesBuilder all = known.toBuilder();
        if (foundItsTarget(reply)) {
            switch (request) {
                case McpRequest.CallTool(var tool, var arguments, var mirrored) -> target(all, TOOL, tool);
                case McpRequest.GetPrompt(var prompt, var arguments) -> target(all, PROMPT, prompt);
                default -> {}
            }
        }
        Optional<String> error = error(reply);
        error.ifPresent(type -> {
            all.put(ERROR_TYPE, type);
            span.setStatus(StatusCode.ERROR);
        });
        if (reply instanceof McpReply.Refused refused) {
            all.put(STATUS_CODE, Integer.toString(refused.error().code()));
        }
        Attributes attributes = all.build();
        durations.record((System.nanoTime() - began) / NANOS, attributes);
        span.setAllAttributes(attributes);
        span.end();
    }

    private void target(AttributesBuilder all, AttributeKey<String> key, String name) {
        all.put(key, name);
        span.updateName(method + " " + name);
    }

    /** A name that no tool or prompt bears is the client's own invention: it could be anything, and there could be any number of them. */
    private static boolean foundItsTarget(McpReply reply) {
        return switch (reply) {
            case McpReply.Refused refused -> refused.error().code() == JsonRpcError.INTERNAL_ERROR;
            case McpReply.Limited limited -> false;
            default -> true;
        };
    }

    private static Optional<String> error(McpReply reply) {
        return switch (reply) {
            case McpReply.Refused refused -> Optional.of(Integer.toString(refused.error().code()));
            case McpReply.Failed failed -> Optional.of(TOOL_ERROR);
            case McpReply.Limited limited -> Optional.of(limited.problem().code());
            default -> Optional.empty();
        };
    }
}
