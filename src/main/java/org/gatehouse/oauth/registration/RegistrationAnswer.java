package org.gatehouse.oauth.registration;

import com.nimbusds.oauth2.sdk.ErrorObject;
import java.util.Map;

/** What a client reads that registered itself. */
public sealed interface RegistrationAnswer {

    /**
     * It is registered (RFC 7591 section 3.2.1).
     *
     * @param information the JSON object, which may hold the client's secret, for this once
     */
    record Registered(Map<String, Object> information) implements RegistrationAnswer {
        public Registered {
            information = Map.copyOf(information);
        }

        /** Keeps the secret out of logs. */
        @Override
        public String toString() {
            return "Registered[" + information.get("client_id") + "]";
        }
    }

    /** It is not (section 3.2.2). */
    record Refused(ErrorObject error) implements RegistrationAnswer {}
}
