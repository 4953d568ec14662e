package org.gatehouse.oauth.bearer;

import java.lang.invoke.MethodHandles;
import org.gatehouse.oauth.client.Refusal;
import org.gatehouse.platform.network.ClientAddress;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about requests that bring tokens. */
@MessageLogger(projectCode = "GATE", length = 5)
interface BearerLog extends BasicLogger {
    BearerLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), BearerLog.class, "org.gatehouse.oauth.bearer");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 135, value = "A request of %s through the connection %s was refused: %s, from %s")
    void notAdmitted(String username, String grantId, Refusal refusal, ClientAddress address);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 136, value = "Whether running calls still have their connections could not be asked; this is tried again at once")
    void runningCallsNotChecked(@Cause Throwable cause);
}
