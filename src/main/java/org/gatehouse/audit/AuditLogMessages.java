package org.gatehouse.audit;

import static org.jboss.logging.Logger.Level.ERROR;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** The audit's log messages, GATE00400 to GATE00499. */
@MessageLogger(projectCode = "GATE", length = 5)
interface AuditLogMessages extends BasicLogger {
    AuditLogMessages LOG = Logger.getMessageLogger(MethodHandles.lookup(), AuditLogMessages.class, "org.gatehouse.audit");

    @LogMessage(level = ERROR)
    @Message(id = 400, value = "Request %s failed.")
    void callFailed(String requestId, @Cause Throwable cause);

    @LogMessage(level = ERROR)
    @Message(id = 401, value = "The audit event of request %s could not be written; the request is refused.")
    void eventNotWritten(String requestId, @Cause Throwable cause);

    @LogMessage(level = ERROR)
    @Message(id = 402, value = "Events of counted refusals could not be written; they are kept for the next minute.")
    void refusalsNotWritten(@Cause Throwable cause);
}
