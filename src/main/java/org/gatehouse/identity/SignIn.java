package org.gatehouse.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.identity.totp.SecondFactors;

/** Checks a sign-in name and password. Unknown, inactive, locked and wrong are one answer, and take about the same time. */
@Singleton
public class SignIn {
    private static final int MAX_USERNAME = 80;
    /** bcrypt reads 72 bytes; far longer input is not a password but a load. */
    private static final int MAX_PASSWORD = 256;

    private final Users users;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final SignInPolicies policies;
    private final LoginGate gate;
    private final DecoyPassword decoy;

    @Inject
    SignIn(Users users, Passwords passwords, DecoyPassword decoy, SecondFactors secondFactors, SignInPolicies policies, LoginGate gate) {
        this.users = users;
        this.passwords = passwords;
        this.decoy = decoy;
        this.secondFactors = secondFactors;
        this.policies = policies;
        this.gate = gate;
    }

    /** Signs in, if name and password are right, the person is active, nothing is locked and no policy is against it. */
    public SignInAnswer attempt(String username, String password, LoginOrigin origin) {
        Optional<User> user = username.length() > MAX_USERNAME ? Optional.empty() : users.findByUsername(username);
        LoginAttempt attempt = user.map(known -> LoginAttempt.of(known, LoginWay.PASSWORD, origin))
                .orElseGet(() -> LoginAttempt.ofUnknown(username, LoginWay.PASSWORD, origin));
        LoginReason reason = gate.run(attempt, () -> check(user, password, origin), () -> decoy(password));
        SignInAnswer answer = user.map(known -> SignInAnswer.of(known, reason)).orElseGet(SignInAnswer.Refused::new);
        if (answer instanceof SignInAnswer.Refused) {
            IdentityLog.LOG.signInRefused(LogText.of(username, MAX_USERNAME));
        }
        return answer;
    }

    /** Asks a signed-in person for the password again, before something that matters. */
    public boolean confirm(User user, String password, LoginOrigin origin) {
        LoginAttempt attempt = LoginAttempt.of(user, LoginWay.PASSWORD, origin);
        LoginReason reason = gate.run(
                attempt,
                () -> matches(user, password) ? LoginReason.REAUTHENTICATED : LoginReason.WRONG_PASSWORD,
                () -> decoy(password));
        return reason == LoginReason.REAUTHENTICATED;
    }

    private LoginReason check(Optional<User> user, String password, LoginOrigin origin) {
        if (user.filter(User::active).isEmpty()) {
            decoy(password);
            return user.isEmpty() ? LoginReason.UNKNOWN_USER : LoginReason.INACTIVE;
        }
        if (!matches(user.get(), password)) {
            return LoginReason.WRONG_PASSWORD;
        }
        return policies.refuse(user.get(), origin)
                .orElseGet(() -> secondFactors.enrolled(user.get().id()) ? LoginReason.SECOND_FACTOR_REQUIRED : LoginReason.SUCCESS);
    }

    private boolean matches(User user, String password) {
        return password.length() <= MAX_PASSWORD && passwords.matches(user.username(), password);
    }

    private void decoy(String password) {
        if (password.length() <= MAX_PASSWORD) {
            decoy.check(password);
        }
    }
}
