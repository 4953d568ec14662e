package org.gatehouse.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to prove who somebody is, before it is checked.
 *
 * @param account what failures are counted under: the person's id, or the hash of a name that nobody has
 * @param userId the person, if the name is anybody's
 * @param username the name as typed
 */
record LoginAttempt(String account, @Nullable String userId, String username, LoginWay way, LoginOrigin origin) {

    static LoginAttempt of(User user, LoginWay way, LoginOrigin origin) {
        return new LoginAttempt(user.id(), user.id(), user.username(), way, origin);
    }

    static LoginAttempt ofUnknown(String username, LoginWay way, LoginOrigin origin) {
        return new LoginAttempt(hash(username), null, username, way, origin);
    }

    private static String hash(String username) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(username.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
