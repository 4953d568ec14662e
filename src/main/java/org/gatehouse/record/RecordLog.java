package org.gatehouse.record;

import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about records. */
@MessageLogger(projectCode = "GATE", length = 5)
interface RecordLog extends BasicLogger {
    RecordLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), RecordLog.class, "org.gatehouse.record");

    @LogMessage(level = WARN)
    @Message(id = 500, value = "The deleted %s record %s stays in the recycle bin: something else still refers to it.")
    void notPurged(String objectName, String recordId, @Cause Throwable cause);
}
