package org.gatehouse.oauth.client;

import java.util.Arrays;
import java.util.Optional;

/** How a client proves at the token endpoint that it is itself (RFC 7591 section 2, {@code token_endpoint_auth_method}). */
public enum AuthenticationMethod {
    /** Not at all: a public client. */
    NONE("none"),
    /** By a secret in the header (RFC 6749 section 2.3.1). */
    CLIENT_SECRET_BASIC("client_secret_basic"),
    /** By a secret in the body. */
    CLIENT_SECRET_POST("client_secret_post"),
    /** By a signature (RFC 7523 section 2.2). */
    PRIVATE_KEY_JWT("private_key_jwt");

    private final String value;

    AuthenticationMethod(String value) {
        this.value = value;
    }

    /** The registered name. */
    public String value() {
        return value;
    }

    /** Whether the client shares a secret with this server. */
    public boolean bySecret() {
        return this == CLIENT_SECRET_BASIC || this == CLIENT_SECRET_POST;
    }

    /** The method with this registered name. */
    public static Optional<AuthenticationMethod> find(String value) {
        return Arrays.stream(values()).filter(method -> method.value.equals(value)).findFirst();
    }
}
