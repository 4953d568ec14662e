package org.gatehouse.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Checks a sign-in name and password. Unknown, inactive and wrong are one answer, and take about the same time. */
@Singleton
public class SignIn {
    private static final int MAX_USERNAME = 80;
    /** bcrypt reads 72 bytes; far longer input is not a password but a load. */
    private static final int MAX_PASSWORD = 256;

    private final Users users;
    private final Passwords passwords;
    private final DecoyPassword decoy = new DecoyPassword();

    @Inject
    SignIn(Users users, Passwords passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /** The person, if name and password are right and the person is active. */
    public Optional<User> attempt(String username, String password) {
        if (username.length() > MAX_USERNAME || password.length() > MAX_PASSWORD) {
            return refused(username);
        }
        Optional<User> user = users.findByUsername(username).filter(User::active);
        if (user.isEmpty()) {
            decoy.check(password);
            return refused(username);
        }
        return passwords.matches(username, password) ? user : refused(username);
    }

    private static Optional<User> refused(String username) {
        IdentityLog.LOG.signInRefused(LogText.of(username, MAX_USERNAME));
        return Optional.empty();
    }
}
