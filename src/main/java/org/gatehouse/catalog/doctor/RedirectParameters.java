package org.gatehouse.catalog.doctor;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.oauth.endpoint.FormParameters;

/** The query parameters of a redirect that this server made. */
final class RedirectParameters {
    private RedirectParameters() {}

    static Map<String, String> of(URI location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        try {
            FormParameters.parse(location.getRawQuery()).forEach((name, values) -> parameters.put(name, values.getLast()));
        } catch (FormParameters.Malformed e) {
            throw new IllegalStateException("The authorization server made a redirect that cannot be read.", e);
        }
        return parameters;
    }
}
