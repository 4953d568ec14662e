package org.gatehouse.identity.network;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.identity.network.NetworkSettings.Everybody;
import org.gatehouse.identity.network.NetworkSettings.Profile;
import org.gatehouse.platform.network.ClientAddress;

/** Reads and changes network access, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class NetworkAdministration {
    @Inject
    NetworkSettingsStore store;

    @Inject
    SetupTrail trail;

    /** What holds for everybody. */
    public Everybody everybody() {
        return store.everybody();
    }

    /** Replaces what holds for everybody; a conflict if it has changed since it was read. */
    public Everybody update(Everybody settings) {
        return trail.change(EventType.SETUP_AUDIT_TRAIL, "network.change", "everybody", store::everybody, () -> store.update(settings));
    }

    /** A profile's login ranges and hours; not found if there is no such profile. */
    public Profile profile(String apiName) {
        return store.profile(apiName);
    }

    /**
     * Replaces a profile's login ranges and hours.
     *
     * @param administrator who does so, by user id
     * @param address from where
     * @param confirmed whether they know that they shut themselves out
     * @throws org.gatehouse.platform.problem.ProblemException a conflict if they shut themselves out without having confirmed it
     */
    public Profile update(String apiName, Profile settings, String administrator, ClientAddress address, boolean confirmed) {
        return trail.change(
                EventType.SETUP_AUDIT_TRAIL, "network.change", apiName, () -> store.profile(apiName),
                () -> store.update(apiName, settings, administrator, address, confirmed));
    }
}
