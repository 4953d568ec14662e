package org.gatehouse.permission.recovery;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about ways in, GATE00160 to GATE00169. A link is never among it. */
@MessageLogger(projectCode = "GATE", length = 5)
interface RecoveryLog extends BasicLogger {
    RecoveryLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), RecoveryLog.class, "org.gatehouse.recovery");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 160, value = "Nobody can administer this installation yet. Open the link that stands in %s; it is good for a day, and once")
    void firstAdministrator(String file);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 161, value = "Break glass for %s: the link stands in %s; it is good for a quarter of an hour, and once")
    void breakGlass(String username, String file);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 162, value = "The request %s for break-glass could not be answered")
    void notAnswered(String file, @Cause Throwable cause);
}
