package org.gatehouse.oauth.registration;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.client.ClientInformation;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.crypto.OpaqueToken;

/** Writes the answer to a registration (RFC 7591 section 3.2.1): what was registered, which may be less than what was asked for. */
final class ClientInformationText {
    private ClientInformationText() {}

    static Map<String, Object> of(
            String id, ClientDescription description, Set<OAuthScope> scopes, Optional<OpaqueToken> secret, Instant now) {
        ClientMetadata metadata = new ClientMetadata();
        metadata.setName(description.name());
        metadata.setRedirectionURIs(description.redirectUris().stream().map(URI::create).collect(Collectors.toSet()));
        metadata.setGrantTypes(grants(scopes));
        metadata.setResponseTypes(Set.of(ResponseType.CODE));
        metadata.setTokenEndpointAuthMethod(new ClientAuthenticationMethod(description.method().value()));
        metadata.setScope(Scope.parse(OAuthScope.join(scopes)));
        description.logoUri().map(URI::create).ifPresent(metadata::setLogoURI);
        Secret shown = secret.map(OpaqueToken::value).map(Secret::new).orElse(null);
        return new ClientInformation(new ClientID(id), Date.from(now), metadata, shown).toJSONObject();
    }

    private static Set<GrantType> grants(Set<OAuthScope> scopes) {
        return scopes.contains(OAuthScope.REFRESH_TOKEN)
                ? Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN)
                : Set.of(GrantType.AUTHORIZATION_CODE);
    }
}
