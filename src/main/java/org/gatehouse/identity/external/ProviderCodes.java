package org.gatehouse.identity.external;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.SerializeException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Redeems authorization codes at a provider (OpenID Connect Core 1.0 section 3.1.3) for an ID token, and drops the other tokens. */
@Singleton
class ProviderCodes {
    private final ProviderHttp http;

    @Inject
    ProviderCodes(ProviderHttp http) {
        this.http = http;
    }

    JWT redeem(AuthorizationCode code, URI redirectUri, ExternalTransaction transaction, ExternalProvider provider, OIDCProviderMetadata metadata)
            throws ExternalRefusal {
        var grant = new AuthorizationCodeGrant(code, redirectUri, new CodeVerifier(transaction.codeVerifier()));
        TokenRequest request = new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication(provider, metadata), grant).build();
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(http));
            if (response instanceof OIDCTokenResponse success) {
                return success.getOIDCTokens().getIDToken();
            }
            throw new ExternalRefusal(ExternalReason.CODE_REFUSED);
        } catch (ParseException | SerializeException e) {
            throw new ExternalRefusal(ExternalReason.CODE_REFUSED, e);
        } catch (IOException e) {
            throw new ExternalRefusal(ExternalReason.PROVIDER_UNREACHABLE, e);
        }
    }

    /** OpenID Connect Discovery 1.0 section 3: "If omitted, the default is client_secret_basic". */
    private static ClientAuthentication authentication(ExternalProvider provider, OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean basic = methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return basic
                ? new ClientSecretBasic(provider.clientId(), provider.clientSecret())
                : new ClientSecretPost(provider.clientId(), provider.clientSecret());
    }
}
