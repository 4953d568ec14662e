package org.gatehouse.oauth.registration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.configuration.ConfigurationKeys;
import org.gatehouse.platform.configuration.Deployment;

/** Which clients may make themselves known, and what they may do before an administrator has looked at them. */
@Singleton
public class RegistrationConfiguration implements ConfigurationKeys {
    private static final String DOMAINS = "gatehouse.client-metadata.allowed-domains";
    private static final String FETCHES_PER_ADDRESS = "gatehouse.client-metadata.per-address-and-minute";
    private static final String FETCHES_PER_HOST = "gatehouse.client-metadata.per-host-and-minute";
    private static final String DOCUMENTS = "gatehouse.client-metadata.waiting";
    private static final String SCOPES = "gatehouse.registration.scopes";
    private static final String MODE = "gatehouse.dynamic-registration.mode";
    private static final String PER_HOUR = "gatehouse.dynamic-registration.per-address-and-hour";
    private static final String WAITING = "gatehouse.dynamic-registration.waiting";
    private static final String UNUSED_DAYS = "gatehouse.registration.unused-days";

    /** The domains under which the agents that most people use describe themselves. */
    private static final String DEMO_DOMAINS = "claude.ai,chatgpt.com,vscode.dev,cursor.com";

    private final AllowedDomains domains;
    private final int fetchesPerAddress;
    private final int fetchesPerHost;
    private final int documents;
    private final Set<OAuthScope> scopes;
    private final RegistrationMode mode;
    private final int perHour;
    private final int waiting;
    private final int unusedDays;

    @Inject
    public RegistrationConfiguration(
            Deployment deployment,
            @ConfigProperty(name = DOMAINS) Optional<String> domains,
            @ConfigProperty(name = FETCHES_PER_ADDRESS, defaultValue = "10") int fetchesPerAddress,
            @ConfigProperty(name = FETCHES_PER_HOST, defaultValue = "60") int fetchesPerHost,
            @ConfigProperty(name = DOCUMENTS, defaultValue = "100") int documents,
            @ConfigProperty(name = SCOPES, defaultValue = "mcp_api,refresh_token") String scopes,
            @ConfigProperty(name = MODE, defaultValue = "off") String mode,
            @ConfigProperty(name = PER_HOUR, defaultValue = "10") int perHour,
            @ConfigProperty(name = WAITING, defaultValue = "100") int waiting,
            @ConfigProperty(name = UNUSED_DAYS, defaultValue = "30") int unusedDays) {
        // The demo serves nobody's records, and shows what agents do by themselves.
        this.domains = AllowedDomains.of(words(domains.orElse(deployment.demo() ? DEMO_DOMAINS : "")));
        this.fetchesPerAddress = atLeastOne(FETCHES_PER_ADDRESS, fetchesPerAddress);
        this.fetchesPerHost = atLeastOne(FETCHES_PER_HOST, fetchesPerHost);
        this.documents = atLeastOne(DOCUMENTS, documents);
        this.scopes = words(scopes).stream().map(RegistrationConfiguration::scope).collect(Collectors.toUnmodifiableSet());
        this.mode = RegistrationMode.valueOf(mode.toUpperCase(Locale.ROOT));
        this.perHour = atLeastOne(PER_HOUR, perHour);
        this.waiting = atLeastOne(WAITING, waiting);
        this.unusedDays = atLeastOne(UNUSED_DAYS, unusedDays);
    }

    /** The hosts whose client metadata documents are read; empty switches them off. */
    public AllowedDomains domains() {
        return domains;
    }

    /** How many documents are fetched in a minute, on a node, because of one address. */
    int fetchesPerAddress() {
        return fetchesPerAddress;
    }

    /** How many documents are fetched from one host in a minute, on a node. */
    int fetchesPerHost() {
        return fetchesPerHost;
    }

    /** How many clients may exist that a document describes and that nobody has connected. */
    int documents() {
        return documents;
    }

    /** What a client that made itself known may ask for, until an administrator decides otherwise. */
    Set<OAuthScope> scopes() {
        return scopes;
    }

    /** Whether clients may register themselves. */
    public RegistrationMode mode() {
        return mode;
    }

    /** How many clients may be registered from one address in an hour. */
    int perHour() {
        return perHour;
    }

    /** How many registered clients may exist that nobody has approved or used. */
    int waiting() {
        return waiting;
    }

    /** After which time a client that made itself known and was never used is removed. */
    Duration unused() {
        return Duration.ofDays(unusedDays);
    }

    @Override
    public Set<String> keys() {
        return Set.of(DOMAINS, FETCHES_PER_ADDRESS, FETCHES_PER_HOST, DOCUMENTS, SCOPES, MODE, PER_HOUR, WAITING, UNUSED_DAYS);
    }

    private static Collection<String> words(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("[,\\s]+"));
    }

    private static OAuthScope scope(String name) {
        return OAuthScope.find(name).orElseThrow(() -> new IllegalArgumentException(SCOPES + " names an unknown scope: " + name));
    }

    private static int atLeastOne(String key, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + " must be at least 1; it is " + value);
        }
        return value;
    }
}
