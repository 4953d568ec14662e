package org.gatehouse.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.identity.totp.RecoveryCodes;
import org.gatehouse.identity.totp.SecondFactors;

/** Checks the second factor of a person whose password was right: a code of the authenticator, or a recovery code in its place. */
@Singleton
public class CodeSignIn {
    private final Users users;
    private final SecondFactors secondFactors;
    private final RecoveryCodes recoveryCodes;
    private final SignInPolicies policies;
    private final LoginGate gate;

    @Inject
    CodeSignIn(Users users, SecondFactors secondFactors, RecoveryCodes recoveryCodes, SignInPolicies policies, LoginGate gate) {
        this.users = users;
        this.secondFactors = secondFactors;
        this.recoveryCodes = recoveryCodes;
        this.policies = policies;
        this.gate = gate;
    }

    /** The person, if the code is theirs and good now, and nothing else is against it. A code is good once. */
    public Optional<User> attempt(String userId, String code, LoginOrigin origin) {
        Optional<User> found = users.find(userId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        User user = found.get();
        LoginWay way = RecoveryCodes.plausible(code) ? LoginWay.RECOVERY_CODE : LoginWay.TOTP;
        LoginReason reason = gate.run(LoginAttempt.of(user, way, origin), () -> check(user, way, code, origin), () -> {});
        return reason == LoginReason.SUCCESS ? found : Optional.empty();
    }

    private LoginReason check(User user, LoginWay way, String code, LoginOrigin origin) {
        if (!user.active()) {
            return LoginReason.INACTIVE;
        }
        // A policy that would refuse must not cost the person a recovery code.
        return policies.refuse(user, origin).orElseGet(() -> accepts(user, way, code) ? LoginReason.SUCCESS : LoginReason.WRONG_CODE);
    }

    private boolean accepts(User user, LoginWay way, String code) {
        return way == LoginWay.RECOVERY_CODE
                ? recoveryCodes.accept(user.id(), code)
                : secondFactors.accept(user.id(), code.replaceAll("\\s", ""));
    }
}
