package org.gatehouse.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/** Makes the hashes that the realm checks passwords by, and says which passwords may be one. */
@Singleton
public class PasswordHashes {
    /** The cost of Gatehouse's hashes; the decoy for unknown people costs the same. */
    static final int COST = 10;

    private static final int SHORTEST = 12;

    /** bcrypt reads no more; what comes after would not count. */
    private static final int MOST_BYTES = 72;

    private final SecureRandom random = new SecureRandom();

    /** The bcrypt hash of a password with a new salt, in the modular crypt form. */
    public String hash(String password) {
        byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
        random.nextBytes(salt);
        try {
            var hash = PasswordFactory.getInstance(BCryptPassword.ALGORITHM_BCRYPT, WildFlyElytronPasswordProvider.getInstance())
                    .generatePassword(new EncryptablePasswordSpec(password.toCharArray(), new IteratedSaltedPasswordAlgorithmSpec(COST, salt)));
            return ModularCrypt.encodeAsString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("bcrypt is not available", e);
        }
    }

    /** What speaks against a password of that person; nothing if it may be used. Length counts, not kinds of characters (NIST SP 800-63B 5.1.1.2). */
    public static List<String> complaints(String password, String username) {
        List<String> complaints = new ArrayList<>();
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            complaints.add("a password has at least " + SHORTEST + " characters");
        }
        if (password.getBytes(UTF_8).length > MOST_BYTES) {
            complaints.add("a password has at most " + MOST_BYTES + " bytes");
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
            complaints.add("a password does not contain the user name");
        }
        return complaints;
    }
}
