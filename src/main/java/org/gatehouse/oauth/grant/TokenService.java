package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.ErrorObject;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.network.ClientAddress;

/** Answers token and revocation requests, each in one transaction. */
@Stateless
public class TokenService {
    @Inject
    TokenRequests requests;

    /**
     * Answers a token request (RFC 6749 section 3.2).
     *
     * @param authorization the values of the {@code Authorization} headers
     * @param form the body's parameters; none empty, none but {@code resource} repeated
     * @param address where the request comes from
     */
    public TokenAnswer token(List<String> authorization, Map<String, List<String>> form, ClientAddress address) {
        return requests.token(authorization, form, address);
    }

    /** Answers a revocation request (RFC 7009 section 2.1); empty means done, whatever there was to do. */
    public Optional<ErrorObject> revoke(List<String> authorization, Map<String, List<String>> form) {
        return requests.revoke(authorization, form);
    }
}
