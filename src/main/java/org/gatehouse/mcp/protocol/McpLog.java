package org.gatehouse.mcp.protocol;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about the protocol. */
@MessageLogger(projectCode = "GATE", length = 5)
interface McpLog extends BasicLogger {
    McpLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), McpLog.class, "org.gatehouse.mcp");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 200, value = "What has changed for listening clients could not be looked for; who listened to a stream that ended has to listen anew")
    void changesNotLookedFor(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 201, value = "The limits could not be looked at; request %s is refused")
    void limitsNotLookedAt(String requestId, @Cause Throwable cause);
}
