package org.gatehouse.api;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about the automation interface. */
@MessageLogger(projectCode = "GATE", length = 5)
interface ApiLog extends BasicLogger {
    ApiLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ApiLog.class, "org.gatehouse.api");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 600, value = "An administrative request failed, reference %s")
    void failed(String reference, @Cause Throwable cause);
}
