package org.gatehouse.catalog.custom;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the operator reads of custom servers. */
@MessageLogger(projectCode = "GATE", length = 5)
interface CustomServerLog extends BasicLogger {
    CustomServerLog LOG = Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), CustomServerLog.class, "org.gatehouse.catalog.custom");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 350, value = "The published document of server %s cannot be used; the server is not there until another is published")
    void unusable(String server, @Cause Throwable cause);
}
