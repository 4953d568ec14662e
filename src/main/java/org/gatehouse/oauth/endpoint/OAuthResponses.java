package org.gatehouse.oauth.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.gatehouse.oauth.grant.TokenAnswer;
import org.gatehouse.platform.json.Json;

/** Writes the answers of the authorization server as HTTP. */
final class OAuthResponses {
    private static final String METADATA_AGE = "max-age=300";

    private OAuthResponses() {}

    /** RFC 6749 sections 5.1 and 5.2. */
    static Response of(TokenAnswer answer) {
        return switch (answer) {
            case TokenAnswer.Issued(var response) -> json(200, response.toJSONObject()).build();
            case TokenAnswer.Refused(var error) -> error(error);
        };
    }

    /** RFC 7662 section 2.2. */
    static Response of(TokenIntrospectionSuccessResponse answer) {
        return json(200, answer.toJSONObject()).build();
    }

    /** RFC 6749 section 5.2: 401 for a client that is not authenticated, with the scheme it may use. */
    static Response error(ErrorObject error) {
        int status = error.getHTTPStatusCode() == 0 ? 400 : error.getHTTPStatusCode();
        Response.ResponseBuilder response = json(status, error.toJSONObject());
        if (OAuth2Error.INVALID_CLIENT_CODE.equals(error.getCode())) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Gatehouse\"");
        }
        return response.build();
    }

    /** Section 5.1: "no-store" for whatever carries tokens, credentials or other sensitive information. */
    static Response.ResponseBuilder json(int status, Map<String, Object> body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache")
                .entity(Json.text(body));
    }

    /** A public document, which scripts of any site may read: it says the same to everybody. */
    static Response document(Object document) {
        return Response.ok(Json.text(document), MediaType.APPLICATION_JSON_TYPE)
                .header("Access-Control-Allow-Origin", "*")
                .header(HttpHeaders.CACHE_CONTROL, METADATA_AGE)
                .build();
    }
}
