package org.gatehouse.oauth.bearer;

import static org.gatehouse.platform.database.schema.Tables.CLIENT_RESOURCE;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessTokenType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.gatehouse.oauth.client.ClientAuthentication;
import org.gatehouse.oauth.client.ClientCredentials;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.token.AccessTokenClaims;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.network.ClientAddress;

/** Tells a resource server about access tokens that are made for it (RFC 7662), by the very look-ups that guard the MCP servers. */
@Singleton
public class Introspection {
    private final ClientAuthentication clients;
    private final LiveTokens tokens;
    private final ResourceIndicators resources;
    private final Database database;
    private final Deployment deployment;

    @Inject
    Introspection(
            ClientAuthentication clients, LiveTokens tokens, ResourceIndicators resources, Database database, Deployment deployment) {
        this.clients = clients;
        this.tokens = tokens;
        this.resources = resources;
        this.database = database;
        this.deployment = deployment;
    }

    /**
     * Answers a request. A token that is not good, or not for a resource that this client may ask about, is inactive and nothing more
     * (section 2.2). Refresh tokens are never for a resource server, so they are inactive too, whatever the hint says.
     *
     * @param authorization the values of the {@code Authorization} headers
     * @param form the body's parameters, none repeated
     * @throws GeneralException with {@code invalid_client} unless a confidential client proves itself, or {@code invalid_request}
     */
    public TokenIntrospectionSuccessResponse answer(List<String> authorization, Map<String, List<String>> form) throws GeneralException {
        RegisteredClient client = confidential(ClientCredentials.parse(authorization, form));
        String token = form.getOrDefault("token", List.of()).stream().findFirst().orElseThrow(Introspection::tokenMissing);
        // Where the token is used, only the resource server sees. A policy that binds every request to addresses therefore admits nobody here.
        return tokens.find(token, ClientAddress.UNKNOWN)
                .filter(live -> mayAsk(client, live.caller().resource()))
                .map(this::active)
                .orElseGet(() -> new TokenIntrospectionSuccessResponse.Builder(false).build());
    }

    /** Section 2.1: "the endpoint MUST also require some form of authorization". A public client proves nothing, so it is refused. */
    private RegisteredClient confidential(ClientCredentials credentials) throws GeneralException {
        RegisteredClient client = clients.require(credentials);
        if (client.isPublic()) {
            throw new GeneralException(OAuth2Error.INVALID_CLIENT);
        }
        return client;
    }

    /** Section 4: a resource server must not learn about tokens of others. An inactive resource is opened by no token. */
    private boolean mayAsk(RegisteredClient client, String resource) {
        return resources.active(resource)
                && database.sql()
                        .fetchExists(CLIENT_RESOURCE, CLIENT_RESOURCE.CLIENT_ID.eq(client.id()).and(CLIENT_RESOURCE.RESOURCE.eq(resource)));
    }

    private TokenIntrospectionSuccessResponse active(LiveToken live) {
        AccessTokenClaims claims = live.token().claims();
        return new TokenIntrospectionSuccessResponse.Builder(true)
                .tokenType(AccessTokenType.BEARER)
                .issuer(new Issuer(deployment.publicUrl()))
                .subject(new Subject(claims.userId()))
                .username(live.caller().username())
                .clientID(new ClientID(claims.clientId()))
                .audience(List.of(new Audience(claims.resource())))
                .scope(Scope.parse(claims.scopes().stream().sorted().toList()))
                .issueTime(Date.from(Instant.ofEpochSecond(live.token().principal().getIssuedAtTime())))
                .expirationTime(Date.from(claims.expiresAt()))
                .build();
    }

    private static GeneralException tokenMissing() {
        return new GeneralException(new ErrorObject(OAuth2Error.INVALID_REQUEST_CODE, "The parameter token is missing.", 400));
    }
}
