package org.gatehouse.identity.external;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * A provider as somebody edits it. Its secret is written and never read.
 *
 * @param clientSecret null to keep the one that is there
 * @param firstSignIn {@code LinkedOnly}, {@code VerifiedEmail} or {@code Username}
 * @param usernameClaim the claim that holds the user name, for {@code Username}
 * @param version the version it was read at; null for a new one
 */
public record ProviderSettings(
        String name, String label, boolean enabled, String issuer, String clientId, @Nullable String clientSecret, List<String> scopes,
        String firstSignIn, @Nullable String usernameClaim, @Nullable Integer version) {
    private static final int LABEL = 80;
    private static final int LONGEST = 500;
    private static final int CLIENT_ID = 200;

    static ProviderSettings of(ExternalProvider it, int version) {
        String first = switch (it.firstSignIn()) {
            case FirstSignIn.LinkedOnly() -> "LinkedOnly";
            case FirstSignIn.VerifiedEmail() -> "VerifiedEmail";
            case FirstSignIn.Username(var ignored) -> "Username";
        };
        String claim = it.firstSignIn() instanceof FirstSignIn.Username(var name) ? name : null;
        return new ProviderSettings(
                it.name(), it.label(), it.enabled(), it.issuer().getValue(), it.clientId().getValue(), null, it.scopes().toStringList(), first, claim,
                version);
    }

    /**
     * The provider that these settings make.
     *
     * @param present the provider as it is, whose secret is kept where no other is given
     */
    ExternalProvider provider(Optional<ExternalProvider> present) {
        Violations violations = new Violations();
        violations.require(name.matches("[a-z0-9-]{1,40}"), "/name", "a name has 1 to 40 small letters, digits and hyphens");
        violations.require(!label.isBlank() && label.length() <= LABEL, "/label", "a label has 1 to 80 characters");
        violations.require(issuer.length() <= LONGEST && allowed(issuer), "/issuer", "an issuer is an https URL; http is for this machine only");
        violations.require(!clientId.isBlank() && clientId.length() <= CLIENT_ID, "/clientId", "say what Gatehouse is called there, in 1 to 200 characters");
        violations.require(scopes.contains("openid") && String.join(" ", scopes).length() <= LONGEST, "/scopes", "openid is one of them");
        violations.require(List.of("LinkedOnly", "VerifiedEmail", "Username").contains(firstSignIn), "/firstSignIn", "choose how people are found");
        violations.require(
                !firstSignIn.equals("Username") || (usernameClaim != null && !usernameClaim.isBlank() && usernameClaim.length() <= LABEL),
                "/usernameClaim", "name the claim that holds the user name");
        // A secret goes to whom it was given for: whoever changes the issuer gives the secret of the new one.
        Optional<Secret> kept = present.filter(it -> it.issuer().getValue().equals(issuer)).map(ExternalProvider::clientSecret);
        Optional<Secret> secret = Optional.ofNullable(clientSecret).map(Secret::new).or(() -> kept);
        violations.require(secret.isPresent(), "/clientSecret", "this is needed for a new provider, and for another issuer");
        violations.refuse();
        return new ExternalProvider(
                name, label, enabled, new Issuer(issuer), new ClientID(clientId), secret.orElseThrow(), new Scope(scopes.toArray(String[]::new)), first());
    }

    private FirstSignIn first() {
        return switch (firstSignIn) {
            case "VerifiedEmail" -> new FirstSignIn.VerifiedEmail();
            case "Username" -> new FirstSignIn.Username(usernameClaim == null ? "" : usernameClaim);
            default -> new FirstSignIn.LinkedOnly();
        };
    }

    private static boolean allowed(String issuer) {
        try {
            return ProviderUrls.allowed(URI.create(issuer));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "ProviderSettings[" + name + ", " + issuer + "]";
    }
}
