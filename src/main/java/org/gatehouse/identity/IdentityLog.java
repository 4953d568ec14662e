package org.gatehouse.identity;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about people and sign-in. */
@MessageLogger(projectCode = "GATE", length = 5)
interface IdentityLog extends BasicLogger {
    IdentityLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), IdentityLog.class, "org.gatehouse.identity");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 100, value = "Sign-in refused for the name '%s'")
    void signInRefused(String username);
}
