package org.gatehouse.identity.external;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What operators read about sign-in by external providers. */
@MessageLogger(projectCode = "GATE", length = 5)
interface ExternalLog extends BasicLogger {
    ExternalLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ExternalLog.class, "org.gatehouse.identity.external");

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 110, value = "The person %s signed in by the provider '%s' from %s")
    void signedIn(String userId, String provider, String clientAddress);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 111, value = "Sign-in by the provider '%s' from %s refused: %s (person %s) %s")
    void refused(String provider, String clientAddress, ExternalReason reason, String userId, String detail);
}
