package org.gatehouse.oauth.registration;

import com.nimbusds.oauth2.sdk.ErrorObject;

/** A description of a client that is not taken, with the error that its developer reads (RFC 7591 section 3.2.2). */
final class RegistrationRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ErrorObject error;

    RegistrationRefused(ErrorObject error) {
        super(error.getCode() + ": " + error.getDescription());
        this.error = error;
    }

    ErrorObject error() {
        return error;
    }
}
