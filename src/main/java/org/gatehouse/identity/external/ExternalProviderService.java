package org.gatehouse.identity.external;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

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

    /** All providers by name, without their secrets. */
    public List<ProviderSettings> list() {
        return providers.settings();
    }

    /** A provider without its secret; not found if there is none. */
    public ProviderSettings one(String name) {
        return list().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow(() -> noProvider(name));
    }

    /** Adds a provider, or changes it at the version that it was read at. */
    public void save(ProviderSettings wanted) {
        requireVersion(wanted.name(), wanted.version());
        List<ExternalProvider> all = providers.all();
        if (all.stream().anyMatch(it -> !it.name().equals(wanted.name()) && it.issuer().getValue().equals(wanted.issuer()))) {
            throw Violations.one("/issuer", "another provider has this issuer");
        }
        save(wanted.provider(all.stream().filter(it -> it.name().equals(wanted.name())).findFirst()));
    }

    /** Removes a provider at the version that it was read at. */
    public void remove(String name, int version) {
        requireVersion(name, version);
        remove(name);
    }

    private void requireVersion(String name, @Nullable Integer read) {
        if (!Objects.equals(providers.version(name).orElse(null), read)) {
            throw new ProblemException(new Problem.Conflict(
                    "The provider has changed, gone or been made since you read it. Read it again and repeat your change."));
        }
    }

    private static ProblemException noProvider(String name) {
        return new ProblemException(new Problem.NotFound(Problem.Thing.RECORD, name, "There is no provider of this name."));
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
