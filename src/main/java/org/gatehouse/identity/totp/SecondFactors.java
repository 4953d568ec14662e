package org.gatehouse.identity.totp;

import static org.gatehouse.platform.database.schema.Tables.SECOND_FACTOR;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.gatehouse.platform.database.Database;

/** The authenticators of the people who have enrolled one. */
@Singleton
public class SecondFactors {
    private final Database database;
    private final SecretVault vault;
    private final InstantSource clock;

    @Inject
    SecondFactors(Database database, SecretVault vault, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whether the person has one. */
    public boolean enrolled(String userId) {
        return database.sql().fetchExists(SECOND_FACTOR, SECOND_FACTOR.USER_ID.eq(userId));
    }

    /**
     * Whether the code is good now, and takes it: RFC 6238 section 5.2, "The verifier MUST NOT accept the second attempt of the OTP after
     * the successful validation has been issued for the first OTP".
     */
    public boolean accept(String userId, String code) {
        Optional<TotpSecret> secret = database.sql()
                .select(SECOND_FACTOR.SECRET_JWE)
                .from(SECOND_FACTOR)
                .where(SECOND_FACTOR.USER_ID.eq(userId))
                .fetchOptional(row -> vault.open(userId, row.value1()));
        return secret.isPresent()
                && TimeStep.accepted(clock.instant()).stream().anyMatch(step -> secret.get().matches(code, step) && take(userId, step));
    }

    /** Takes a step and with it all earlier ones, in one conditional write: of two requests with one code, one gets false. */
    private boolean take(String userId, TimeStep step) {
        return database.sql()
                        .update(SECOND_FACTOR)
                        .set(SECOND_FACTOR.LAST_STEP, step.number())
                        .where(SECOND_FACTOR.USER_ID.eq(userId))
                        .and(SECOND_FACTOR.LAST_STEP.lt(step.number()))
                        .execute()
                == 1;
    }
}
