package org.gatehouse.identity.external;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.identity.User;
import org.gatehouse.platform.configuration.Deployment;

/** Signs people in by an external OpenID provider (OpenID Connect Core 1.0 section 3.1). */
@Singleton
public class ExternalSignIn {
    /** Where providers send the browser back to; registered there. */
    public static final String CALLBACK = "/login/external/callback";

    private final ExternalProviders providers;
    private final ProviderDiscovery discovery;
    private final ProviderCodes codes;
    private final ExternalIdentities identities;
    private final InstantSource clock;
    private final URI callback;

    @Inject
    ExternalSignIn(
            ExternalProviders providers,
            ProviderDiscovery discovery,
            ProviderCodes codes,
            ExternalIdentities identities,
            Deployment deployment,
            InstantSource clock) {
        this.providers = providers;
        this.discovery = discovery;
        this.codes = codes;
        this.identities = identities;
        this.clock = clock;
        this.callback = URI.create(deployment.url(CALLBACK));
    }

    /**
     * Starts a sign-in.
     *
     * @param providerName which provider
     * @param request the authorization that waits for the person; empty for none
     * @param fresh whether the person must prove themselves to the provider anew
     */
    public ExternalStart start(String providerName, String request, boolean fresh) {
        try {
            ExternalProvider provider = provider(providerName);
            return sendAway(provider, discovery.discover(provider.issuer()).metadata(), request, fresh);
        } catch (ExternalRefusal e) {
            return new ExternalStart.Impossible(refused(providerName, e));
        }
    }

    /**
     * Ends a sign-in.
     *
     * @param transaction the one that the browser's session held for the answer's state, taken out of it; empty if it held none
     * @param answer the query parameters that the browser brought
     */
    public ExternalOutcome finish(Optional<ExternalTransaction> transaction, Map<String, List<String>> answer) {
        if (transaction.isEmpty()) {
            return refused("-", new ExternalRefusal(ExternalReason.NOT_STARTED_HERE));
        }
        try {
            return new ExternalOutcome.SignedIn(transaction.get().provider(), person(transaction.get(), answer));
        } catch (ExternalRefusal e) {
            return refused(transaction.get().provider(), e);
        }
    }

    private ExternalStart sendAway(ExternalProvider provider, OIDCProviderMetadata metadata, String request, boolean fresh) {
        var state = new State();
        var nonce = new Nonce();
        var verifier = new CodeVerifier();
        var builder = new AuthenticationRequest.Builder(ResponseType.CODE, provider.scopes(), provider.clientId(), callback)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
        if (fresh) {
            builder.prompt(Prompt.Type.LOGIN).maxAge(0);
        }
        var transaction = new ExternalTransaction(
                provider.name(), provider.issuer().getValue(), state.getValue(), nonce.getValue(), verifier.getValue(), request, fresh,
                clock.instant());
        return new ExternalStart.Away(builder.build().toURI(), transaction);
    }

    private User person(ExternalTransaction transaction, Map<String, List<String>> answer) throws ExternalRefusal {
        if (transaction.expired(clock.instant())) {
            throw new ExternalRefusal(ExternalReason.EXPIRED);
        }
        ExternalProvider provider = provider(transaction.provider());
        // The administrator may have pointed the name elsewhere meanwhile; this answer is not for there.
        if (!provider.issuer().getValue().equals(transaction.issuer())) {
            throw new ExternalRefusal(ExternalReason.OTHER_ISSUER);
        }
        ProviderEndpoints endpoints = discovery.discover(provider.issuer());
        AuthorizationCode code = CallbackAnswer.code(callback, answer, transaction, endpoints.metadata());
        var idToken = codes.redeem(code, callback, transaction, provider, endpoints.metadata());
        IDTokenClaimsSet claims = IdTokens.require(idToken, provider, endpoints, transaction);
        return identities.require(provider, claims);
    }

    private ExternalProvider provider(String name) throws ExternalRefusal {
        return providers.findEnabled(name).orElseThrow(() -> new ExternalRefusal(ExternalReason.PROVIDER_UNKNOWN));
    }

    private static ExternalOutcome.Refused refused(String provider, ExternalRefusal refusal) {
        return new ExternalOutcome.Refused(provider, refusal.reason(), refusal.userId(), refusal.detail());
    }
}
