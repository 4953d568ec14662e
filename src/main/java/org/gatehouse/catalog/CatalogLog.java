package org.gatehouse.catalog;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** The catalog's log messages, GATE00300 to GATE00349. */
@MessageLogger(projectCode = "GATE", length = 5)
interface CatalogLog extends BasicLogger {
    CatalogLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), CatalogLog.class, "org.gatehouse.catalog");

    @LogMessage(level = INFO)
    @Message(id = 300, value = "MCP server %s is now %s.")
    void activation(String server, String state);

    @LogMessage(level = WARN)
    @Message(id = 301, value = "The MBean %s could not be unregistered.")
    void notUnregistered(String name, @Cause Exception cause);
}
