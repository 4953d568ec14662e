package org.gatehouse.oauth.grant;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.gatehouse.oauth.token.OAuthScope;
import org.jspecify.annotations.Nullable;

/** Turns the {@code scope} that a client asks for into scopes it gets (RFC 6749 section 3.3). All or none: nothing is dropped silently. */
final class ScopeRequest {
    private ScopeRequest() {}

    /** The scopes asked for; where none are named, the usual ones as far as they are allowed. */
    static Set<OAuthScope> initial(@Nullable Scope asked, Collection<OAuthScope> allowed) throws GeneralException {
        if (asked != null && !asked.isEmpty()) {
            return covered(asked, allowed);
        }
        EnumSet<OAuthScope> usual = EnumSet.of(OAuthScope.MCP_API, OAuthScope.REFRESH_TOKEN);
        usual.retainAll(allowed);
        if (usual.isEmpty()) {
            throw new GeneralException(OAuth2Error.INVALID_SCOPE.setDescription("Name the scopes: this application has no default."));
        }
        return usual;
    }

    /** RFC 6749 section 6: the scope of a refresh "MUST NOT include any scope not originally granted"; omitted means the same as before. */
    static Set<OAuthScope> narrowed(@Nullable Scope asked, Collection<OAuthScope> granted) throws GeneralException {
        return asked == null || asked.isEmpty() ? Set.copyOf(granted) : covered(asked, granted);
    }

    private static Set<OAuthScope> covered(Scope asked, Collection<OAuthScope> held) throws GeneralException {
        EnumSet<OAuthScope> scopes = EnumSet.noneOf(OAuthScope.class);
        for (Scope.Value value : asked) {
            scopes.add(OAuthScope.find(value.getValue())
                    .filter(scope -> scope.coveredBy(held))
                    .orElseThrow(() -> new GeneralException(
                            OAuth2Error.INVALID_SCOPE.setDescription("A requested scope is unknown or not allowed here."))));
        }
        return scopes;
    }
}
