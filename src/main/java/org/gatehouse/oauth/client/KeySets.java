package org.gatehouse.oauth.client;

import com.nimbusds.jose.jwk.JWKSet;

/** The public keys that clients keep elsewhere, as they were fetched before. */
public interface KeySets {

    /** The keys at a {@code jwks_uri}; an empty set if there is none that is good now. */
    JWKSet at(String uri);
}
