package org.gatehouse.oauth.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gatehouse.oauth.registration.RegistrationConfiguration;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.platform.configuration.Deployment;
import org.junit.jupiter.api.Test;

/** RFC 8414 and RFC 9728; attack M01. */
class MetadataTest {
    private final Deployment deployment = new Deployment("https://gatehouse.example", false, "/nowhere");

    @Test
    void m01NamesOnlyWhatTheAuthorizationServerDoes() {
        var metadata = AuthorizationServerMetadataEndpoint.metadata(deployment, registration("", "off")).toJSONObject();

        assertThat(metadata)
                .containsEntry("issuer", "https://gatehouse.example")
                .containsEntry("authorization_endpoint", "https://gatehouse.example/oauth2/authorize")
                .containsEntry("token_endpoint", "https://gatehouse.example/oauth2/token")
                .containsEntry("revocation_endpoint", "https://gatehouse.example/oauth2/revoke")
                .containsEntry("introspection_endpoint", "https://gatehouse.example/oauth2/introspect")
                .containsEntry("introspection_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post", "private_key_jwt"))
                .containsEntry("jwks_uri", "https://gatehouse.example/oauth2/jwks")
                .containsEntry("response_types_supported", List.of("code"))
                .containsEntry("response_modes_supported", List.of("query"))
                .containsEntry("grant_types_supported", List.of("authorization_code", "refresh_token"))
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsEntry("authorization_response_iss_parameter_supported", true)
                .containsEntry("client_id_metadata_document_supported", false)
                .doesNotContainKeys("registration_endpoint", "request_parameter_supported");
    }

    @Test
    void saysThatClientsMayMakeThemselvesKnownOnlyWhereTheyMay() {
        var documents = AuthorizationServerMetadataEndpoint.metadata(deployment, registration("claude.ai", "off")).toJSONObject();
        var dynamic = AuthorizationServerMetadataEndpoint.metadata(deployment, registration("", "approval")).toJSONObject();

        assertThat(documents).containsEntry("client_id_metadata_document_supported", true).doesNotContainKey("registration_endpoint");
        assertThat(dynamic)
                .containsEntry("client_id_metadata_document_supported", false)
                .containsEntry("registration_endpoint", "https://gatehouse.example/oauth2/register");
    }

    @Test
    void namesSignaturesAsAProofOfClients() {
        var metadata = AuthorizationServerMetadataEndpoint.metadata(deployment, registration("", "off"));

        assertThat(metadata.getTokenEndpointAuthMethods()).extracting(method -> method.getValue())
                .containsExactly("none", "client_secret_basic", "client_secret_post", "private_key_jwt");
        assertThat(metadata.getTokenEndpointJWSAlgs()).extracting(algorithm -> algorithm.getName())
                .containsExactlyInAnyOrder("RS256", "PS256", "ES256");
    }

    @Test
    void m01DescribesAResourceByItsCanonicalUrl() {
        var resource = new ProtectedResource("/mcp/v1/platform/object-reads", "Object reads", List.of("mcp_api", "refresh_token"));

        var document = ProtectedResourceMetadataEndpoint.document(deployment, resource);

        assertThat(document.get("resource").textValue()).isEqualTo("https://gatehouse.example/mcp/v1/platform/object-reads");
        assertThat(document.get("authorization_servers").toString()).isEqualTo("[\"https://gatehouse.example\"]");
        assertThat(document.get("scopes_supported").toString()).isEqualTo("[\"mcp_api\"]");
        assertThat(document.get("bearer_methods_supported").toString()).isEqualTo("[\"header\"]");
    }

    private RegistrationConfiguration registration(String domains, String mode) {
        return new RegistrationConfiguration(deployment, Optional.of(domains), 1, 1, 1, "mcp_api", mode, 1, 1, 1);
    }
}
