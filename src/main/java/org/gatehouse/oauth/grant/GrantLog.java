package org.gatehouse.oauth.grant;

import java.lang.invoke.MethodHandles;
import org.gatehouse.oauth.client.Refusal;
import org.gatehouse.platform.network.ClientAddress;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about connections. */
@MessageLogger(projectCode = "GATE", length = 5)
interface GrantLog extends BasicLogger {
    GrantLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), GrantLog.class, "org.gatehouse.oauth.grant");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 120, value = "Connection %s ended: %s")
    void grantEnded(String grantId, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 123, value = "Connection %s is frozen by %s")
    void grantFrozen(String grantId, String by);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 122, value = "Marking ended connections was interrupted and will be tried again")
    void revocationInterrupted(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 121, value = "The person %s may not use the client '%s': %s, from %s")
    void notAdmitted(String userId, String clientId, Refusal refusal, ClientAddress address);
}
