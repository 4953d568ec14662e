package org.gatehouse.catalog.upstream;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the operator reads of calls of services. */
@MessageLogger(projectCode = "GATE", length = 5)
interface UpstreamLog extends BasicLogger {
    UpstreamLog LOG = Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), UpstreamLog.class, "org.gatehouse.catalog.upstream");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 370, value = "No answer of the service at %s to %s: %s")
    void unanswered(String authority, String operation, String reason);
}
