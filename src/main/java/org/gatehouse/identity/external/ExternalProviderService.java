package org.gatehouse.identity.external;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;

/** Changes which providers there are and who is whom there, each change in one transaction. The caller makes sure that an administrator asks. */
@Stateless
public class ExternalProviderService {
    @Inject
    ExternalProviders providers;

    @Inject
    ExternalIdentities identities;

    @Inject
    SetupTrail trail;

    /** All providers by name. */
    public List<ExternalProvider> all() {
        return providers.all();
    }

    /** Stores a provider, new or changed. */
    public void save(ExternalProvider provider) {
        change("provider.save", provider.name(), () -> providers.save(provider));
    }

    /** Removes a provider; the links of its issuer stay, for the case that it comes back. */
    public void remove(String name) {
        change("provider.remove", name, () -> providers.remove(name));
    }

    /** Links somebody at an issuer to a person here. False if either is linked already. */
    public boolean link(String issuer, String subject, String userId) {
        boolean linked = identities.link(issuer, subject, userId);
        if (linked) {
            trail.secret(EventType.SETUP_AUDIT_TRAIL, "user.link", userId);
        }
        return linked;
    }

    /** Ends a person's link to an issuer. */
    public void unlink(String issuer, String userId) {
        identities.unlink(issuer, userId);
        trail.secret(EventType.SETUP_AUDIT_TRAIL, "user.unlink", userId);
    }

    private void change(String action, String name, Runnable change) {
        trail.change(EventType.SETUP_AUDIT_TRAIL, action, name, () -> visible(name), change);
    }

    /** What the trail shows of a provider: all but its secret. */
    private Optional<Map<String, Object>> visible(String name) {
        return providers.all().stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .map(it -> Map.of(
                        "name", it.name(), "label", it.label(), "enabled", it.enabled(), "issuer", it.issuer().getValue(),
                        "clientId", it.clientId().getValue(), "scopes", it.scopes().toString(), "firstSignIn", it.firstSignIn().toString()));
    }
}
