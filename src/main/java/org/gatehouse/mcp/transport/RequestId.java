package org.gatehouse.mcp.transport;

import jakarta.servlet.ServletRequest;
import java.util.UUID;

/** The id of one HTTP request: given by this server, shown in the answer, kept in the audit event. */
final class RequestId {
    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();

    private RequestId() {}

    static String of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String given) {
            return given;
        }
        String id = UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
