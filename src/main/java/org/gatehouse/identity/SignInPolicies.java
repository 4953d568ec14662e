package org.gatehouse.identity;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** All sign-in policies together: the first no is final, and without policies everybody is admitted. */
@Singleton
class SignInPolicies {
    private final Iterable<SignInPolicy> policies;
    private final InstantSource clock;

    @Inject
    SignInPolicies(@Any Instance<SignInPolicy> policies, InstantSource clock) {
        this((Iterable<SignInPolicy>) policies, clock);
    }

    SignInPolicies(Iterable<SignInPolicy> policies, InstantSource clock) {
        this.policies = policies;
        this.clock = clock;
    }

    Optional<LoginReason> refuse(User user, LoginOrigin origin) {
        return StreamSupport.stream(policies.spliterator(), false)
                .flatMap(policy -> policy.refuses(user, origin.clientAddress(), clock.instant()).stream())
                .findFirst();
    }
}
