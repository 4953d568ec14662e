package org.gatehouse.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The trail of changes to the setup: each change leaves an event in its own transaction, with what was there before and what is there now. */
@Singleton
public class SetupTrail {
    private final AuditEvents events;

    @Inject
    public SetupTrail(AuditEvents events) {
        this.events = events;
    }

    /**
     * Makes a change. One that changes nothing leaves no event.
     *
     * @param subject what is changed, as an administrator knows it
     * @param state how it is now, asked before and after; empty or not found if it is not there
     */
    public <T> T change(EventType type, String action, String subject, Supplier<?> state, Supplier<T> change) {
        JsonNode before = read(state);
        T result = change.get();
        note(type, action, subject, before, read(state));
        return result;
    }

    /** The same for a change that has no result. */
    public void change(EventType type, String action, String subject, Supplier<?> state, Runnable change) {
        change(type, action, subject, state, () -> {
            change.run();
            return subject;
        });
    }

    /** Makes something new, which is known by its name only when it is there. */
    public <T> T creation(EventType type, String action, Supplier<T> creation, Function<T, String> subject) {
        T made = creation.get();
        note(type, action, subject.apply(made), null, Json.tree(made));
        return made;
    }

    /** Notes a change whose contents are nobody's to read, such as that of a password. */
    public void secret(EventType type, String action, String subject) {
        events.changed(type, action, subject, new SetupChange(null, null));
    }

    private void note(EventType type, String action, String subject, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null ? after == null : before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
            dropEqual(was, is);
        }
        events.changed(type, action, subject, new SetupChange(text(before), text(after)));
    }

    /** What stayed as it was says nothing about the change. */
    private static void dropEqual(ObjectNode before, ObjectNode after) {
        for (Iterator<String> names = before.deepCopy().fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (before.get(name).equals(after.get(name))) {
                before.remove(name);
                after.remove(name);
            }
        }
    }

    private static @Nullable JsonNode read(Supplier<?> state) {
        try {
            Object value = state.get();
            Object present = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
            return present == null ? null : Json.tree(present);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.NotFound) {
                return null;
            }
            throw e;
        }
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.toString();
    }
}
