package org.gatehouse.catalog.imported;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the operator reads of imported services. */
@MessageLogger(projectCode = "GATE", length = 5)
interface ImportLog extends BasicLogger {
    ImportLog LOG = Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), ImportLog.class, "org.gatehouse.catalog.imported");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 371, value = "The imported service %s cannot be used; its tools are not there until it is imported anew")
    void unusable(String service, @Cause Throwable cause);
}
