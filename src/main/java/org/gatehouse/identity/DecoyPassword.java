package org.gatehouse.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;

/** A bcrypt hash that nobody's password has. Checking it takes the time of a real check, so that time does not tell who exists. */
@Singleton
class DecoyPassword {
    private final PasswordFactory bcrypt;
    private final Password hash;

    @Inject
    DecoyPassword() {
        this(PasswordHashes.COST);
    }

    DecoyPassword(int cost) {
        try {
            bcrypt = PasswordFactory.getInstance(BCryptPassword.ALGORITHM_BCRYPT, WildFlyElytronPasswordProvider.getInstance());
            SecureRandom random = new SecureRandom();
            byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
            random.nextBytes(salt);
            char[] secret = random.ints(32, '!', '~').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString().toCharArray();
            hash = bcrypt.generatePassword(new EncryptablePasswordSpec(secret, new IteratedSaltedPasswordAlgorithmSpec(cost, salt)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("bcrypt is not available", e);
        }
    }

    /** Spends the time of one check. */
    void check(String guess) {
        try {
            bcrypt.verify(hash, guess.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("bcrypt is not available", e);
        }
    }
}
