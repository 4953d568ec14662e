package org.gatehouse.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of the trace that it is part of. One that says nothing, or nonsense, is part of none.
 *
 * @param caller the span of whoever sent it; not valid if there is none
 */
public record Trace(SpanContext caller) {
    /** No trace. */
    public static final Trace NONE = new Trace(SpanContext.getInvalid());

    private static final String PARENT = "traceparent";

    private static final TextMapGetter<UnaryOperator<@Nullable String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(UnaryOperator<@Nullable String> carrier) {
            return List.of(PARENT, "tracestate");
        }

        @Override
        public @Nullable String get(@Nullable UnaryOperator<@Nullable String> carrier, String key) {
            return carrier == null ? null : carrier.apply(key);
        }
    };

    /** Reads it from wherever the values stand under their names. */
    public static Trace read(UnaryOperator<@Nullable String> values) {
        return values.apply(PARENT) == null
                ? NONE
                : new Trace(Span.fromContext(W3CTraceContextPropagator.getInstance().extract(Context.root(), values, GETTER)).getSpanContext());
    }

    /** Reads it from the headers of a request. */
    public static Trace of(HttpServletRequest request) {
        return read(request::getHeader);
    }

    /** Whether there is one. */
    public boolean known() {
        return caller.isValid();
    }

    /** The trace's id; a request that is part of none is a trace of its own, under its own id. */
    public String id(String requestId) {
        return known() ? caller.getTraceId() : own(requestId);
    }

    /** The id of a trace that consists of one request: the request's, written as the standard writes ids of traces. */
    public static String own(String requestId) {
        return requestId.replace("-", "");
    }
}
