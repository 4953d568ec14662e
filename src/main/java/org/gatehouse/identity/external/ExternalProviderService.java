package org.gatehouse.identity.external;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Changes which providers there are and who is whom there, each change in one transaction. The caller makes sure that an administrator asks. */
@Stateless
public class ExternalProviderService {
    @Inject
    ExternalProviders providers;

    @Inject
    ExternalIdentities identities;

    /** All providers by name. */
    public List<ExternalProvider> all() {
        return providers.all();
    }

    /** Stores a provider, new or changed. */
    public void save(ExternalProvider provider) {
        providers.save(provider);
    }

    /** Removes a provider; the links of its issuer stay, for the case that it comes back. */
    public void remove(String name) {
        providers.remove(name);
    }

    /** Links somebody at an issuer to a person here. False if either is linked already. */
    public boolean link(String issuer, String subject, String userId) {
        return identities.link(issuer, subject, userId);
    }

    /** Ends a person's link to an issuer. */
    public void unlink(String issuer, String userId) {
        identities.unlink(issuer, userId);
    }
}
