package org.gatehouse.oauth.client;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Lists and changes clients, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class ClientAdministration {
    /** The longest time for which an old secret stays good. */
    private static final Duration MOST_OVERLAP = Duration.ofDays(30);

    @Inject
    ClientSettingsStore store;

    @Inject
    ClientRegistry registry;

    @Inject
    IntrospectedResources resources;

    @Inject
    SetupTrail trail;

    /** All clients, by label. */
    public List<ClientSettings> all() {
        return store.all();
    }

    /** A client; not found if there is none. */
    public ClientSettings require(String clientId) {
        return store.require(clientId);
    }

    /** Adds a client; a conflict if its id is taken. */
    public ClientSettings create(ClientSettings settings) {
        return trail.creation(EventType.SETUP_AUDIT_TRAIL, "client.create", () -> store.create(settings), ClientSettings::clientId);
    }

    /** Replaces a client's settings; a conflict if they have changed since they were read. */
    public ClientSettings update(String clientId, ClientSettings settings) {
        return change("client.change", clientId, () -> store.update(clientId, settings));
    }

    /** About the tokens of which resources a client may ask at the introspection endpoint. */
    public List<String> introspects(String clientId) {
        store.require(clientId);
        return resources.of(clientId);
    }

    /** Replaces that list. */
    public List<String> setIntrospects(String clientId, List<String> wanted) {
        store.require(clientId);
        trail.change(
                EventType.SETUP_AUDIT_TRAIL, "client.introspects", clientId, () -> resources.of(clientId), () -> resources.replace(clientId, wanted));
        return resources.of(clientId);
    }

    /** Lets a blocked client, or one that waits for approval, be used. */
    public void unblock(String clientId) {
        store.require(clientId);
        enable("client.unblock", clientId, true);
    }

    /** Refuses a client from its next request on. Its connections are ended elsewhere. */
    public void block(String clientId) {
        store.require(clientId);
        enable("client.block", clientId, false);
    }

    /**
     * Makes a new secret and shows it this once.
     *
     * @param overlap how long the ones before stay good
     */
    public String rotateSecret(String clientId, Duration overlap) {
        boolean secret = AuthenticationMethod.find(store.require(clientId).authenticationMethod()).filter(AuthenticationMethod::bySecret).isPresent();
        if (!secret) {
            throw new ProblemException(new Problem.Conflict("This client does not prove itself by a secret."));
        }
        if (overlap.isNegative() || overlap.compareTo(MOST_OVERLAP) > 0) {
            throw new ProblemException(new Problem.InvalidArguments(
                    "The settings are not right.", List.of(new Problem.Violation("/overlapHours", "The overlap is 0 to 720 hours."))));
        }
        trail.secret(EventType.SETUP_AUDIT_TRAIL, "client.rotate-secret", clientId);
        return registry.rotateSecret(clientId, overlap).value();
    }

    private void enable(String action, String clientId, boolean enabled) {
        change(action, clientId, () -> {
            registry.enable(clientId, enabled);
            return clientId;
        });
    }

    private <T> T change(String action, String clientId, Supplier<T> change) {
        return trail.change(EventType.SETUP_AUDIT_TRAIL, action, clientId, () -> store.require(clientId), change);
    }
}
