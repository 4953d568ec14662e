package org.gatehouse.extension.running;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators and developers read about contributed tools, GATE00380 to GATE00389. */
@MessageLogger(projectCode = "GATE", length = 5)
public interface ExtensionLog extends BasicLogger {
    ExtensionLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ExtensionLog.class, "org.gatehouse.extension");

    @LogMessage(level = INFO)
    @Message(id = 380, value = "Deployment %s contributes %s. Custom servers can offer them by these names.")
    void contributes(String deployment, String names);

    @LogMessage(level = ERROR)
    @Message(id = 381, value = "Deployment %s: %s is not offered: %s.")
    void refused(String deployment, String what, String why);

    @LogMessage(level = INFO)
    @Message(id = 382, value = "What deployment %s contributed is offered no more.")
    void withdrawn(String deployment);

    @LogMessage(level = ERROR)
    @Message(id = 383, value = "Deployment %s has tools, prompts or resources for Gatehouse, and Gatehouse is not there. Deploy it first, and name gatehouse.war as a dependency in META-INF/jboss-all.xml.")
    void absent(String deployment, @Cause Exception cause);

    @LogMessage(level = WARN)
    @Message(id = 384, value = "What deployment %s contributed could not be taken back; Gatehouse may have stopped before it.")
    void notWithdrawn(String deployment, @Cause Exception cause);
}
