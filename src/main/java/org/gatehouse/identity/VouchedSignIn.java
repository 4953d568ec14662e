package org.gatehouse.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.identity.totp.SecondFactors;
import org.jspecify.annotations.Nullable;

/** Signs in a person for whom another provider vouches, under the same lockout, policies and second factor as with a password. */
@Singleton
public class VouchedSignIn {
    private final SecondFactors secondFactors;
    private final SignInPolicies policies;
    private final LoginGate gate;

    @Inject
    VouchedSignIn(SecondFactors secondFactors, SignInPolicies policies, LoginGate gate) {
        this.secondFactors = secondFactors;
        this.policies = policies;
        this.gate = gate;
    }

    /** Signs in, if the person is active, nothing is locked and no policy is against it. */
    public SignInAnswer attempt(User user, LoginOrigin origin) {
        LoginAttempt attempt = LoginAttempt.of(user, LoginWay.EXTERNAL, origin);
        return SignInAnswer.of(user, gate.run(attempt, () -> check(user, origin), () -> {}));
    }

    /**
     * Takes down that the provider, or our reading of its answer, refused.
     *
     * @param user whom it would have been, if that was found out
     * @param name what the provider calls them
     */
    public void refused(@Nullable User user, String name, LoginOrigin origin) {
        LoginAttempt attempt = user == null
                ? LoginAttempt.ofUnknown(name, LoginWay.EXTERNAL, origin)
                : LoginAttempt.of(user, LoginWay.EXTERNAL, origin);
        gate.note(attempt, LoginReason.EXTERNAL_REFUSED);
    }

    private LoginReason check(User user, LoginOrigin origin) {
        if (!user.active()) {
            return LoginReason.INACTIVE;
        }
        return policies.refuse(user, origin)
                .orElseGet(() -> secondFactors.enrolled(user.id()) ? LoginReason.SECOND_FACTOR_REQUIRED : LoginReason.SUCCESS);
    }
}
