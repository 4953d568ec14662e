package org.gatehouse.identity.external;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sign-ins by external providers that wait in one browser session, one for each tab. Each is answered once. */
public final class ExternalTransactions implements Serializable {
    private static final String ATTRIBUTE = ExternalTransactions.class.getName();
    private static final int MOST = 10;

    private final LinkedHashMap<String, ExternalTransaction> waiting = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ExternalTransaction> eldest) {
            return size() > MOST;
        }
    };

    /** Those of a session, which may have none yet. */
    public static ExternalTransactions of(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof ExternalTransactions present ? present : new ExternalTransactions();
    }

    /** Puts them into the session, and so tells a cluster that they changed. */
    public void keepIn(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    public synchronized void add(ExternalTransaction transaction) {
        waiting.put(transaction.state(), transaction);
    }

    /** Takes out the one with this state; nobody gets it twice. */
    public synchronized Optional<ExternalTransaction> take(@Nullable String state) {
        return Optional.ofNullable(waiting.remove(state));
    }
}
