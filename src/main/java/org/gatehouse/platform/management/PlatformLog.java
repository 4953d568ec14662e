package org.gatehouse.platform.management;

import static org.jboss.logging.Logger.Level.INFO;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** The platform's log messages, GATE00001 to GATE00099. */
@MessageLogger(projectCode = "GATE", length = 5)
interface PlatformLog extends BasicLogger {
    PlatformLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), PlatformLog.class, "org.gatehouse");

    @LogMessage(level = INFO)
    @Message(id = 1, value = "Gatehouse is ready: %s%s")
    void ready(String url, String guide);
}
