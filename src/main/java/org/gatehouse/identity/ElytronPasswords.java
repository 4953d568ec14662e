package org.gatehouse.identity;

import jakarta.inject.Singleton;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/** Asks the security domain that the deployment is bound to, whatever realm the server's configuration puts there. */
@Singleton
class ElytronPasswords implements Passwords {
    @Override
    public boolean matches(String username, String password) {
        PasswordGuessEvidence guess = new PasswordGuessEvidence(password.toCharArray());
        try {
            SecurityDomain.getCurrent().authenticate(username, guess);
            return true;
        } catch (RealmUnavailableException e) {
            throw new IllegalStateException("The realm that checks passwords does not answer.", e);
        } catch (SecurityException e) {
            return false;
        } finally {
            guess.destroy();
        }
    }
}
