package org.gatehouse.audit.chain;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about the chain of events, GATE00410 to GATE00419. */
@MessageLogger(projectCode = "GATE", length = 5)
interface AuditChainLog extends BasicLogger {
    AuditChainLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), AuditChainLog.class, "org.gatehouse.audit.chain");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 410, value = "The chain of events of node %s has %d links; the last one's hash is %s")
    void head(String node, long links, String hash);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 411, value = "Events could not be linked; the next attempt is due in a second")
    void notLinked(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 412, value = "The chain was not extended before it was verified")
    void notExtended(@Cause Throwable cause);
}
