package org.gatehouse.catalog.limit;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.ServerSettings;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Reads and changes the limits, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class LimitService {
    /** Every call looks at all of them. */
    private static final int MOST = 200;

    @Inject
    LimitStore store;

    @Inject
    Clients clients;

    @Inject
    Users users;

    @EJB
    ServerAdministration servers;

    @Inject
    SetupTrail trail;

    /** All of them, by name. */
    public List<Limit> all() {
        return store.all();
    }

    /** One; not found if there is none of this name. */
    public Limit one(String name) {
        return store.find(name).orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.RULE, name, "There is no limit of this name.")));
    }

    /** Makes a limit, which holds from the next request on. */
    public Limit create(Limit limit) {
        String userId = checked(limit);
        if (store.all().size() >= MOST) {
            throw Violations.one("/name", "there are " + MOST + " limits already, and every call looks at all of them");
        }
        return changed("limit.create", limit.name(), () -> store.create(limit, userId));
    }

    /** Replaces a limit, at the version it was read at; its budgets begin anew if they are other ones. */
    public Limit update(Limit limit) {
        String userId = checked(limit);
        one(limit.name());
        return changed("limit.update", limit.name(), () -> store.update(limit, userId));
    }

    /** Takes a limit away, at the version it was read at. */
    public void delete(String name, int version) {
        one(name);
        trail.change(EventType.SETUP_AUDIT_TRAIL, "limit.delete", name, () -> store.find(name), () -> store.delete(name, version));
    }

    private Limit changed(String action, String name, Runnable change) {
        trail.change(EventType.SETUP_AUDIT_TRAIL, action, name, () -> store.find(name), change);
        return one(name);
    }

    /** A limit on a name that nobody has would limit nothing, and its author would think that it does. */
    private @Nullable String checked(Limit limit) {
        Violations violations = new Violations();
        LimitCheck.check(limit, violations);
        violations.refuse();
        String client = limit.only().get(Dimension.CLIENT);
        violations.require(client == null || clients.find(client).isPresent(), "/only/CLIENT", "there is no client of this id");
        String username = limit.only().get(Dimension.PERSON);
        Optional<User> person = Optional.ofNullable(username).flatMap(users::findByUsername);
        violations.require(username == null || person.isPresent(), "/only/PERSON", "there is no person of this sign-in name");
        checkServer(limit, violations);
        violations.refuse();
        return person.map(User::id).orElse(null);
    }

    private void checkServer(Limit limit, Violations violations) {
        String server = limit.only().get(Dimension.SERVER);
        String tool = limit.only().get(Dimension.TOOL);
        if (server == null && tool == null) {
            return;
        }
        List<ServerSettings> meant = servers.all().stream().filter(it -> server == null || it.name().equals(server)).toList();
        violations.require(!meant.isEmpty(), "/only/SERVER", "there is no server of this name");
        violations.require(
                tool == null || meant.stream().flatMap(it -> it.tools().stream()).anyMatch(it -> it.name().equals(tool)), "/only/TOOL",
                server == null ? "no server has a tool of this name" : "the server has no tool of this name");
    }
}
