package org.gatehouse.identity.external;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Reads what the browser brings back from a provider (OpenID Connect Core 1.0 section 3.1.2.5). */
final class CallbackAnswer {
    private CallbackAnswer() {}

    /** The code, if the answer is this provider's to this transaction. */
    static AuthorizationCode code(
            URI callback, Map<String, List<String>> parameters, ExternalTransaction transaction, OIDCProviderMetadata metadata)
            throws ExternalRefusal {
        AuthorizationResponse response = parse(callback, parameters);
        // RFC 9207 section 2.4: another issuer is a mix-up; none is one too, where the provider promises to name itself.
        Issuer issuer = response.getIssuer();
        boolean named = issuer == null ? !metadata.supportsAuthorizationResponseIssuerParam() : issuer.getValue().equals(transaction.issuer());
        if (!named) {
            throw new ExternalRefusal(ExternalReason.OTHER_ISSUER);
        }
        if (response.getState() == null || !response.getState().getValue().equals(transaction.state())) {
            throw new ExternalRefusal(ExternalReason.NOT_STARTED_HERE);
        }
        if (!response.indicatesSuccess() || response.toSuccessResponse().getAuthorizationCode() == null) {
            throw new ExternalRefusal(ExternalReason.DENIED_THERE);
        }
        return response.toSuccessResponse().getAuthorizationCode();
    }

    private static AuthorizationResponse parse(URI callback, Map<String, List<String>> parameters) throws ExternalRefusal {
        // RFC 6749 section 3.1: parameters "MUST NOT be included more than once"; of two answers in one, none counts.
        if (parameters.values().stream().anyMatch(values -> values.size() != 1)) {
            throw new ExternalRefusal(ExternalReason.NOT_STARTED_HERE);
        }
        try {
            return AuthorizationResponse.parse(callback, parameters);
        } catch (ParseException e) {
            throw new ExternalRefusal(ExternalReason.DENIED_THERE, e);
        }
    }
}
