package org.gatehouse.catalog.upstream;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.catalog.openapi.HttpMethod;

/**
 * A request to a service, all but its token.
 *
 * @param headers those that the operation has as parameters
 * @param body JSON text
 */
record UpstreamRequest(HttpMethod method, URI url, Map<String, String> headers, Optional<String> body) {
    UpstreamRequest {
        headers = Map.copyOf(headers);
    }
}
