package org.gatehouse.oauth.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.gatehouse.oauth.registration.RegistrationAnswer;
import org.gatehouse.oauth.registration.RegistrationConfiguration;
import org.gatehouse.oauth.registration.RegistrationMode;
import org.gatehouse.oauth.registration.RegistrationService;
import org.gatehouse.platform.network.ClientAddresses;
import org.jspecify.annotations.Nullable;

/** The client registration endpoint (RFC 7591 section 3). It is not there unless the administrator switched it on. */
@ApplicationScoped
@Path("register")
public class RegistrationEndpoint {
    private static final int LARGEST = 64 * 1024;
    private static final int CREATED = 201;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    @Inject
    RegistrationConfiguration configuration;

    @Inject
    ClientAddresses addresses;

    @EJB
    RegistrationService service;

    @POST
    public Response register(@Context HttpServletRequest request, InputStream body) throws IOException {
        if (configuration.mode() == RegistrationMode.OFF) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        if (!isJson(request.getContentType())) {
            return refuse(UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
        }
        byte[] json = body.readNBytes(LARGEST + 1);
        if (json.length > LARGEST) {
            return refuse(TOO_LARGE, "The body is too large.");
        }
        return switch (service.register(json, addresses.of(request))) {
            case RegistrationAnswer.Registered(var information) -> OAuthResponses.json(CREATED, information).build();
            case RegistrationAnswer.Refused(var error) -> OAuthResponses.error(error);
        };
    }

    private static Response refuse(int status, String description) {
        String code = RegistrationError.INVALID_CLIENT_METADATA.getCode();
        return OAuthResponses.error(new ErrorObject(code, description, status));
    }

    private static boolean isJson(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        return type.toLowerCase(Locale.ROOT).equals(MediaType.APPLICATION_JSON);
    }
}
