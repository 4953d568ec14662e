package org.gatehouse.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.ConfigurationKeys;

/** How many failures sign-in bears, how long a session lasts, when it counts as fresh, and how long the login history is kept. */
@Singleton
public class SignInConfiguration implements ConfigurationKeys {
    static final String ACCOUNT_FAILURES = "gatehouse.sign-in.account-failures";
    static final String ADDRESS_FAILURES = "gatehouse.sign-in.address-failures";
    static final String LOCKOUT = "gatehouse.sign-in.lockout";
    static final String SESSION_LIFETIME = "gatehouse.sign-in.session-lifetime";
    static final String REAUTHENTICATION = "gatehouse.sign-in.reauthentication";
    static final String HISTORY = "gatehouse.sign-in.history";

    private final FailureLimit perAccount;
    private final FailureLimit perAddress;
    private final Duration sessionLifetime;
    private final Duration reauthentication;
    private final Duration history;

    @Inject
    public SignInConfiguration(
            @ConfigProperty(name = ACCOUNT_FAILURES, defaultValue = "5") int accountFailures,
            @ConfigProperty(name = ADDRESS_FAILURES, defaultValue = "50") int addressFailures,
            @ConfigProperty(name = LOCKOUT, defaultValue = "PT15M") Duration lockout,
            @ConfigProperty(name = SESSION_LIFETIME, defaultValue = "PT12H") Duration sessionLifetime,
            @ConfigProperty(name = REAUTHENTICATION, defaultValue = "PT15M") Duration reauthentication,
            @ConfigProperty(name = HISTORY, defaultValue = "P180D") Duration history) {
        this.perAccount = new FailureLimit(accountFailures, lockout);
        this.perAddress = new FailureLimit(addressFailures, lockout);
        this.sessionLifetime = sessionLifetime;
        this.reauthentication = reauthentication;
        this.history = history;
    }

    FailureLimit failuresPerAccount() {
        return perAccount;
    }

    FailureLimit failuresPerAddress() {
        return perAddress;
    }

    /** After how long a session ends, however busy it is. */
    Duration sessionLifetime() {
        return sessionLifetime;
    }

    /** For how long after the password was given the session may change the setup, hand out secrets and export the event log. */
    public Duration reauthentication() {
        return reauthentication;
    }

    /** How long a line of the login history is kept. */
    Duration history() {
        return history;
    }

    @Override
    public Set<String> keys() {
        return Set.of(ACCOUNT_FAILURES, ADDRESS_FAILURES, LOCKOUT, SESSION_LIFETIME, REAUTHENTICATION, HISTORY);
    }
}
