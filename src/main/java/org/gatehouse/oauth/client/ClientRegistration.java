package org.gatehouse.oauth.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.oauth.token.OAuthScope;
import org.jspecify.annotations.Nullable;

/**
 * What is entered about a client, by whomever: an administrator, its metadata document, or itself. It says who the client is; what it may do
 * stands in its {@link AppPolicy}.
 *
 * @param id the {@code client_id}
 * @param label its name for people
 * @param description what it is for
 * @param contactEmail whom to ask about it
 * @param logoUri kept as text; never fetched by the server
 * @param method how it proves itself
 * @param jwks its public keys
 * @param jwksUri where its public keys are
 * @param redirectUris where it may receive codes
 * @param customSchemes whether those may have a scheme of the client's own
 * @param scopes what it may ask for
 */
public record ClientRegistration(
        String id,
        String label,
        @Nullable String description,
        @Nullable String contactEmail,
        @Nullable String logoUri,
        AuthenticationMethod method,
        @Nullable String jwks,
        @Nullable String jwksUri,
        Set<String> redirectUris,
        boolean customSchemes,
        Set<OAuthScope> scopes) {
    private static final int MOST_ID = 200;
    private static final int MOST_LABEL = 80;
    private static final int MOST_URI = 2000;
    private static final int MOST_REDIRECTS = 50;

    public ClientRegistration {
        redirectUris = Set.copyOf(redirectUris);
        scopes = Set.copyOf(scopes);
    }

    /** What is wrong with it, in sentences for whoever entered it; empty if nothing is. */
    public List<String> complaints() {
        return List.of(
                        complain(id.isBlank() || id.length() > MOST_ID || !printable(id), "The client id is 1 to 200 visible ASCII characters."),
                        complain(label.isBlank() || label.length() > MOST_LABEL, "The label is 1 to 80 characters."),
                        complain(redirectUris.isEmpty() || redirectUris.size() > MOST_REDIRECTS, "Name 1 to 50 redirect URIs."),
                        complain(scopes.isEmpty(), "Name at least one scope."),
                        complain(
                                method == AuthenticationMethod.PRIVATE_KEY_JWT && (jwks == null) == (jwksUri == null),
                                "A client that signs has either jwks or jwks_uri."),
                        redirectUris.stream()
                                .filter(uri -> uri.length() > MOST_URI || !RedirectUris.acceptable(uri, customSchemes))
                                .findFirst()
                                .map(uri -> "This redirect URI is not acceptable: " + uri
                                        + ". It is https, or http to 127.0.0.1, [::1] or localhost, or a scheme of the client's own"
                                        + " where that is allowed; without user name and fragment."))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> complain(boolean wrong, String sentence) {
        return wrong ? Optional.of(sentence) : Optional.empty();
    }

    private static boolean printable(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
