package org.gatehouse.oauth.registration;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about clients that make themselves known. */
@MessageLogger(projectCode = "GATE", length = 5)
interface RegistrationLog extends BasicLogger {
    RegistrationLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), RegistrationLog.class, "org.gatehouse.oauth.registration");

    /** The URL holds plain characters only, and is on a permitted host: that was checked before it came here. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 150, value = "The document %s was not taken: %s")
    void refused(String url, String reason);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 151, value = "Removed %d clients that made themselves known and were never used")
    void removedUnused(int count);
}
