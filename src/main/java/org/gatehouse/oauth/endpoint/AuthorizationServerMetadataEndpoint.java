package org.gatehouse.oauth.endpoint;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.gatehouse.oauth.client.ClientAssertions;
import org.gatehouse.oauth.registration.RegistrationConfiguration;
import org.gatehouse.oauth.registration.RegistrationMode;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.configuration.Deployment;

/** What the authorization server can do and where (RFC 8414). It names only what works. */
@ApplicationScoped
@Path("oauth-authorization-server")
public class AuthorizationServerMetadataEndpoint {
    private static final List<ClientAuthenticationMethod> CLIENT_AUTHENTICATION = List.of(
            ClientAuthenticationMethod.NONE, ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST,
            ClientAuthenticationMethod.PRIVATE_KEY_JWT);

    @Inject
    Deployment deployment;

    @Inject
    RegistrationConfiguration registration;

    @GET
    public Response metadata() {
        return OAuthResponses.document(metadata(deployment, registration).toJSONObject());
    }

    static AuthorizationServerMetadata metadata(Deployment deployment, RegistrationConfiguration registration) {
        AuthorizationServerMetadata metadata = new AuthorizationServerMetadata(new Issuer(deployment.publicUrl()));
        metadata.setAuthorizationEndpointURI(URI.create(deployment.url("/oauth2/authorize")));
        metadata.setTokenEndpointURI(URI.create(deployment.url("/oauth2/token")));
        metadata.setRevocationEndpointURI(URI.create(deployment.url("/oauth2/revoke")));
        metadata.setIntrospectionEndpointURI(URI.create(deployment.url("/oauth2/introspect")));
        metadata.setJWKSetURI(URI.create(deployment.url("/oauth2/jwks")));
        metadata.setScopes(scopes());
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setResponseModes(List.of(ResponseMode.QUERY));
        metadata.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN));
        metadata.setTokenEndpointAuthMethods(CLIENT_AUTHENTICATION);
        metadata.setRevocationEndpointAuthMethods(CLIENT_AUTHENTICATION);
        metadata.setIntrospectionEndpointAuthMethods(
                CLIENT_AUTHENTICATION.stream().filter(method -> !method.equals(ClientAuthenticationMethod.NONE)).toList());
        metadata.setTokenEndpointJWSAlgs(List.copyOf(ClientAssertions.ALGORITHMS));
        metadata.setRevocationEndpointJWSAlgs(List.copyOf(ClientAssertions.ALGORITHMS));
        metadata.setIntrospectionEndpointJWSAlgs(List.copyOf(ClientAssertions.ALGORITHMS));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        // RFC 9207 section 3: clients that read this refuse a response without the issuer.
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        // Client ID Metadata Document, section 5.
        metadata.setCustomParameter("client_id_metadata_document_supported", !registration.domains().isEmpty());
        if (registration.mode() != RegistrationMode.OFF) {
            metadata.setRegistrationEndpointURI(URI.create(deployment.url("/oauth2/register")));
        }
        return metadata;
    }

    private static Scope scopes() {
        Scope scope = new Scope(OAuthScope.OFFLINE_ACCESS);
        for (OAuthScope known : OAuthScope.values()) {
            scope.add(known.value());
        }
        return scope;
    }
}
