package org.gatehouse.platform.database;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about statements. */
@MessageLogger(projectCode = "GATE", length = 5)
interface DatabaseLog extends BasicLogger {
    DatabaseLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), DatabaseLog.class, "org.gatehouse.platform.database");

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 10, value = "A statement of the connection %s, which has ended, was not cancelled")
    void notCancelled(String connectionId, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 11, value = "The database was not told whose a statement is")
    void notNamed(@Cause Throwable cause);
}
