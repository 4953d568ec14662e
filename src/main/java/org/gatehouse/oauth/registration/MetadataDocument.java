package org.gatehouse.oauth.registration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.gatehouse.oauth.client.AuthenticationMethod;

/** Reads a client metadata document (Client ID Metadata Document, section 4). */
final class MetadataDocument {
    private MetadataDocument() {}

    static ClientDescription parse(DocumentUrl url, byte[] json, AllowedDomains domains) throws RegistrationRefused {
        JsonNode object = ClientDescriptions.object(json);
        // Section 4.1: "The client_id property's value MUST match the URL of the document using simple string comparison".
        if (!object.path("client_id").isTextual() || !object.path("client_id").textValue().equals(url.uri().toString())) {
            throw ClientDescriptions.invalid("The client_id is not the URL of the document.");
        }
        // "The client_secret and client_secret_expires_at properties MUST NOT be used": everybody can read the document.
        if (List.of("client_secret", "client_secret_expires_at").stream().anyMatch(object::has)) {
            throw ClientDescriptions.invalid("A public document holds no secret.");
        }
        ClientDescription description = ClientDescriptions.parse(json, AuthenticationMethod.NONE);
        // "the token_endpoint_auth_method property MUST NOT include client_secret_post, client_secret_basic, client_secret_jwt"
        if (description.method().bySecret()) {
            throw ClientDescriptions.invalid("A client without registration shares no secret.");
        }
        if (description.jwksUri().filter(uri -> DocumentUrl.parse(uri, domains).isEmpty()).isPresent()) {
            throw ClientDescriptions.invalid("The jwks_uri is not on a permitted host.");
        }
        return description;
    }
}
