package org.gatehouse.metadata.mapping;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about mapped tables. */
@MessageLogger(projectCode = "GATE", length = 5)
interface MappingLog extends BasicLogger {
    MappingLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), MappingLog.class, "org.gatehouse.metadata.mapping");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 700, value = "The object %s is out of use: %s Change the table back, or delete the object and map the table again.")
    void unavailable(String object, String reason);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 701, value = "The object %s is in use again: its table fits the definition.")
    void available(String object);
}
