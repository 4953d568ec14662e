package org.gatehouse.audit.alert;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about alerts, GATE00420 to GATE00429. */
@MessageLogger(projectCode = "GATE", length = 5)
interface AlertLog extends BasicLogger {
    AlertLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), AlertLog.class, "org.gatehouse.audit.alert");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 420, value = "Alert %s")
    void raised(String text);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 421, value = "The alert %s could not be looked at; nothing is counted, and it is tried again in a second")
    void notEvaluated(String alert, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 422, value = "No alert could be looked at; it is tried again in a second")
    void noneEvaluated(@Cause Throwable cause);
}
