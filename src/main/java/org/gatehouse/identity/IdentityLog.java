package org.gatehouse.identity;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import java.time.Instant;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about people and sign-in. */
@MessageLogger(projectCode = "GATE", length = 5)
interface IdentityLog extends BasicLogger {
    IdentityLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), IdentityLog.class, "org.gatehouse.identity");

    @LogMessage(level = WARN)
    @Message(id = 100, value = "Sign-in refused for the name '%s'")
    void signInRefused(String username);

    @LogMessage(level = WARN)
    @Message(id = 101, value = "Too many sign-ins failed: %s %s is locked until %s")
    void locked(String kind, String subject, Instant until);

    @LogMessage(level = INFO)
    @Message(id = 102, value = "The account %s was unlocked")
    void unlocked(String userId);
}
