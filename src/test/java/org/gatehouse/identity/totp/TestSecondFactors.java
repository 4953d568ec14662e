package org.gatehouse.identity.totp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;
import org.gatehouse.platform.database.Database;

/** Second factors for tests of other packages too, put together as the server does. */
public final class TestSecondFactors {
    public final SecondFactors secondFactors;
    public final RecoveryCodes recoveryCodes;
    final Enrolments enrolments;
    final InstantSource clock;

    public TestSecondFactors(Database database, Deployment deployment, InstantSource clock) {
        Path file = MasterKey.file(deployment);
        if (!Files.exists(file)) {
            MasterKey.create(file);
        }
        SecretVault vault = new SecretVault(deployment);
        this.clock = clock;
        this.secondFactors = new SecondFactors(database, vault, clock);
        this.recoveryCodes = new RecoveryCodes(database, clock);
        this.enrolments = new Enrolments(database, vault, recoveryCodes, clock);
    }

    /** Gives a person an authenticator. Its code of the present step is used up. */
    public Authenticator enrol(String userId) {
        PendingEnrolment pending = enrolments.begin(userId);
        TotpSecret secret = enrolments.secret(pending, userId).orElseThrow();
        Authenticator authenticator = new Authenticator(secret, clock);
        var codes = enrolments.confirm(pending, userId, authenticator.code(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return authenticator.with(codes.stream().map(RecoveryCode::shown).toList());
    }

    /**
     * What a person holds.
     *
     * @param recoveryCodes as they were shown
     */
    public record Authenticator(TotpSecret secret, InstantSource clock, List<String> recoveryCodes) {
        Authenticator(TotpSecret secret, InstantSource clock) {
            this(secret, clock, List.of());
        }

        Authenticator with(List<String> codes) {
            return new Authenticator(secret, clock, codes);
        }

        /** The code that it shows now. */
        public String code() {
            return code(0);
        }

        /** The code that it shows so many steps from now. */
        public String code(int steps) {
            return secret.code(new TimeStep(TimeStep.at(clock.instant()).number() + steps));
        }
    }
}
