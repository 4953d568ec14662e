package org.gatehouse.catalog.custom;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.catalog.Contents;
import org.gatehouse.catalog.Tools;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;

/** Edits and publishes custom servers, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class CustomServerService {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    @Inject
    CustomServerStore store;

    @Inject
    Tools tools;

    @Inject
    Contents contents;

    @Inject
    CustomParts parts;

    @Inject
    SetupTrail trail;

    /** All of them, by name. */
    public List<CustomServer> all() {
        return store.names().stream().map(this::one).toList();
    }

    /** One; not found if there is none of this name. */
    public CustomServer one(String name) {
        return store.find(name).orElseThrow(() -> new ProblemException(
                new Problem.NotFound(Problem.Thing.SERVER, name, "There is no custom server of this name.")));
    }

    /** The document of a published version. */
    public ServerDocument published(String name, int number) {
        return store.published(one(name).name(), number);
    }

    /** The servers whose published document offers one of these tools, by name. */
    public List<String> offering(Set<String> toolNames) {
        return store.published().stream()
                .filter(version -> CustomServerStore.document(version.document()).tools().stream().anyMatch(choice -> choice.tool() != null && toolNames.contains(choice.tool())))
                .map(CustomServerStore.Version::server)
                .toList();
    }

    /** Makes a server with a draft. Nobody reaches it before the draft is published and the server active. */
    public CustomServer create(String name, ServerDocument draft, String author) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw Violations.one("/name", "a name is a letter and then letters, digits, underscores or dashes, 64 at most");
        }
        check(draft);
        return change("server.create", name, () -> {
            store.create(name, draft, author);
            return one(name);
        });
    }

    /** Changes the draft, at the version it was read at. What callers get stays as it is, and so does whether the server is active. */
    public CustomServer edit(String name, int version, ServerDocument draft, String author) {
        one(name);
        check(draft);
        return change("server.edit", name, () -> {
            store.edit(name, version, draft, author);
            return one(name);
        });
    }

    /** Publishes the draft at the version it was read at. An active server stays active, and offers what is new with the next request. */
    public CustomServer publish(String name, int version, String author) {
        // The draft may name an object or a tool that has gone since it was saved.
        check(one(name).draft());
        return change("server.publish", name, () -> {
            store.publish(name, version, author);
            return one(name);
        });
    }

    /** Deletes a server that is not active, with all its versions. */
    public void delete(String name, int version) {
        one(name);
        trail.change(EventType.SETUP_AUDIT_TRAIL, "server.delete", CustomServerStore.GROUP + name, () -> store.find(name), () -> store.delete(name, version));
    }

    private void check(ServerDocument document) {
        Violations violations = new Violations();
        new DocumentCheck(tools, contents, parts, violations).check(document);
        violations.refuse();
    }

    private <T> T change(String action, String name, Supplier<T> change) {
        return trail.change(EventType.SETUP_AUDIT_TRAIL, action, CustomServerStore.GROUP + name, () -> store.find(name), change);
    }
}
