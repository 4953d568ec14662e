package org.gatehouse.oauth.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the body of a POST to the token, revocation or introspection endpoint (RFC 6749 section 3.2). */
final class FormRequest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private FormRequest() {}

    /**
     * The parameters, none repeated but {@code resource} (RFC 8707 section 2).
     *
     * @throws GeneralException with {@code invalid_request} and the status that fits
     */
    static Map<String, List<String>> read(@Nullable String query, @Nullable String contentType, InputStream body)
            throws GeneralException, IOException {
        // Section 2.3.1: "The parameters can only be transmitted in the request-body and MUST NOT be included in the request URI."
        if (query != null) {
            throw refuse(BAD_REQUEST, "Send the parameters in the body, not in the URL.");
        }
        if (contentType == null || !mediaType(contentType).equals(FORM)) {
            throw refuse(UNSUPPORTED_MEDIA_TYPE, "The body must be " + FORM + ".");
        }
        byte[] bytes = body.readNBytes(FormParameters.MAX_LENGTH + 1);
        if (bytes.length > FormParameters.MAX_LENGTH) {
            throw refuse(TOO_LARGE, "The body is too large.");
        }
        return unrepeated(parse(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    private static Map<String, List<String>> parse(String text) throws GeneralException {
        try {
            return FormParameters.parse(text);
        } catch (FormParameters.Malformed e) {
            throw refuse(BAD_REQUEST, "The body is not a form in UTF-8.");
        }
    }

    /** Section 3.2: "Request and response parameters MUST NOT be included more than once." */
    private static Map<String, List<String>> unrepeated(Map<String, List<String>> form) throws GeneralException {
        if (form.entrySet().stream().anyMatch(e -> e.getValue().size() > 1 && !e.getKey().equals("resource"))) {
            throw refuse(BAD_REQUEST, "A parameter is repeated.");
        }
        return form;
    }

    private static String mediaType(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    private static GeneralException refuse(int status, String description) {
        return new GeneralException(new ErrorObject(OAuth2Error.INVALID_REQUEST_CODE, description, status));
    }
}
