package org.gatehouse.permission;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** The key behind the tokens that one client reads in place of values. Another client's tokens cannot be compared with them. */
public record MaskKey(SecretKey key) {
    private static final String ALGORITHM = "HmacSHA256";

    byte[] authenticationCode(byte[] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value could not be masked.", e);
        }
    }

    @Override
    public String toString() {
        return "MaskKey";
    }
}
