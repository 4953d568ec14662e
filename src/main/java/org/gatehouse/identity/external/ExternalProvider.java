package org.gatehouse.identity.external;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * An OpenID provider that the administrator trusts to say who people are.
 *
 * @param name its name in URLs
 * @param label its name on the button
 * @param issuer exactly as its ID tokens and its metadata say it
 * @param clientId what Gatehouse is called there
 * @param clientSecret what Gatehouse proves that with
 * @param scopes what is asked for; {@code openid} among them
 * @param firstSignIn how people are found whom nobody has linked
 */
public record ExternalProvider(
        String name, String label, boolean enabled, Issuer issuer, ClientID clientId, Secret clientSecret, Scope scopes, FirstSignIn firstSignIn) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    public ExternalProvider {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A provider's name has 1 to 40 small letters, digits and hyphens.");
        }
        // OpenID Connect Core 1.0 section 3.1.2.1: without it the request is no OpenID request and brings no ID token.
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("The scopes of a provider include openid.");
        }
        if (!ProviderUrls.allowed(URI.create(issuer.getValue()))) {
            throw new IllegalArgumentException("A provider's issuer is an https URL; http is for this machine only.");
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "ExternalProvider[" + name + ", " + issuer + "]";
    }
}
