package org.gatehouse.oauth.endpoint;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about the OAuth endpoints. */
@MessageLogger(projectCode = "GATE", length = 5)
interface EndpointLog extends BasicLogger {
    EndpointLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), EndpointLog.class, "org.gatehouse.oauth.endpoint");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 130, value = "An OAuth request failed")
    void failed(@Cause Throwable cause);
}
