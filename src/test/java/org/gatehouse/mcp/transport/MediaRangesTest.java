package org.gatehouse.mcp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRangesTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "application/json", "Application/JSON", "application/json; charset=utf-8", "application/json;charset=\"UTF-8\"", "application/json; profile=x"
    })
    void takesJson(String contentType) {
        assertThat(MediaRanges.isJson(contentType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "text/plain", "text/plain; application/json", "application/x-www-form-urlencoded", "multipart/form-data", "application/json; charset=utf-16",
        "application/json;charset=iso-8859-1", "application/jsonp", "application/json-rpc", "application/json, text/plain"
    })
    void x04RefusesOtherBodies(String contentType) {
        assertThat(MediaRanges.isJson(contentType)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "application/json, text/event-stream", "text/event-stream;q=0.5, application/json", "*/*", "application/*, text/*", "Application/Json,Text/Event-Stream"
    })
    void servesClientsThatTakeBothKindsOfAnswer(String accept) {
        assertThat(MediaRanges.acceptBoth(accept)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "application/json", "text/event-stream", "text/html", "application/json;q=0, text/event-stream", "application/json, text/event-stream;q=0.000",
        "application/jsonp, text/event-stream"
    })
    void x05RefusesClientsThatDoNot(String accept) {
        assertThat(MediaRanges.acceptBoth(accept)).isFalse();
    }

    @Test
    void refusesMissingHeaders() {
        assertThat(MediaRanges.isJson(null)).isFalse();
        assertThat(MediaRanges.acceptBoth(null)).isFalse();
    }
}
