package org.gatehouse.oauth.token;

import java.lang.invoke.MethodHandles;
import java.time.Instant;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about signing keys. */
@MessageLogger(projectCode = "GATE", length = 5)
interface TokenLog extends BasicLogger {
    TokenLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), TokenLog.class, "org.gatehouse.oauth.token");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 140, value = "A new signing key %s is published; it signs from %s")
    void rotated(String kid, Instant signsFrom);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 141, value = "The signing key %s is removed; every access token that it signed is refused")
    void removed(String kid);
}
