package org.gatehouse.oauth.bearer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.platform.configuration.Deployment;

/** Writes {@code WWW-Authenticate} for protected resources, so that a client finds out where and for what to ask (RFC 9728 section 5.1). */
@Singleton
public class BearerChallenge {
    /** The header's name. */
    public static final String HEADER = "WWW-Authenticate";

    private static final String METADATA = "/.well-known/oauth-protected-resource";

    /** Paths are repeated only if they are plain: what stands between quotes in a header must not end them. */
    private static final Pattern PLAIN_PATH = Pattern.compile("(/[A-Za-z0-9._~-]++)++");

    private final Deployment deployment;

    @Inject
    public BearerChallenge(Deployment deployment) {
        this.deployment = deployment;
    }

    /** For a request without credentials, which is told no error (RFC 6750 section 3.1). Status 401. */
    public String missing(String path) {
        return "Bearer " + metadata(path) + ", " + scope(usual(path));
    }

    /** For a token that is expired, revoked, altered, malformed or made for another resource. Status 401. */
    public String invalidToken(String path) {
        return "Bearer error=\"invalid_token\", error_description=\"The access token is not valid here; sign in again.\", "
                + metadata(path) + ", " + scope(usual(path));
    }

    /** For a token whose scopes do not cover the operation. Status 403; names every scope that the operation needs. */
    public String insufficientScope(String path, Collection<String> required) {
        return "Bearer error=\"insufficient_scope\", error_description=\"The operation needs more scope than the token has.\", "
                + metadata(path) + ", " + scope(required);
    }

    private static List<String> usual(String path) {
        return List.of((path.startsWith(ProtectedResource.API_PATH) ? OAuthScope.API : OAuthScope.MCP_API).value());
    }

    private String metadata(String requested) {
        // Every address of the API is one resource; each MCP server is one of its own.
        String path = requested.startsWith(ProtectedResource.API_PATH) ? ProtectedResource.API_PATH : requested;
        boolean plain = path.length() <= 200 && PLAIN_PATH.matcher(path).matches();
        return "resource_metadata=\"" + deployment.url(METADATA + (plain ? path : "")) + '"';
    }

    private static String scope(Collection<String> scopes) {
        return "scope=\"" + String.join(" ", scopes.stream().sorted().toList()) + '"';
    }
}
