package org.gatehouse.oauth.grant;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.jspecify.annotations.Nullable;

/** The authorization requests that wait in one browser session. Each can be answered once, so two tabs or a second click make one code. */
public final class PendingAuthorizations implements Serializable {
    private static final String ATTRIBUTE = PendingAuthorizations.class.getName();
    private static final int MOST = 20;

    private final LinkedHashMap<String, PendingAuthorization> waiting = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PendingAuthorization> eldest) {
            return size() > MOST;
        }
    };

    /** Those of a session, which may have none yet. */
    public static PendingAuthorizations of(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof PendingAuthorizations present ? present : new PendingAuthorizations();
    }

    /** Puts them into the session, and so tells a cluster that they changed. */
    public void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** Adds one and returns the id that pages know it by. */
    public synchronized String add(PendingAuthorization pending) {
        String id = OpaqueToken.create().value();
        waiting.put(id, pending);
        return id;
    }

    /** The one with this id, if it still waits. */
    public synchronized Optional<PendingAuthorization> find(String id, Instant now) {
        return Optional.ofNullable(waiting.get(id)).filter(pending -> !pending.expired(now));
    }

    /** Takes out the one with this id; nobody gets it twice. */
    public synchronized Optional<PendingAuthorization> take(String id, Instant now) {
        return Optional.ofNullable(waiting.remove(id)).filter(pending -> !pending.expired(now));
    }
}
