package org.gatehouse.identity.external;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

/**
 * What a provider publishes.
 *
 * @param metadata its endpoints and abilities
 * @param keys the keys that its ID tokens are signed with
 */
record ProviderEndpoints(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}
