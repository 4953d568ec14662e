package org.gatehouse.oauth.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.identity.Assurance;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.network.AddressRange;
import org.gatehouse.platform.problem.Problem.Violation;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with settings at once, so that an administrator does not mend them one refusal at a time. */
final class SettingsCheck {
    private final List<Violation> violations = new ArrayList<>();

    private SettingsCheck() {}

    /**
     * The registration in the settings.
     *
     * @throws ProblemException with each violation and where it stands
     */
    static ClientRegistration registration(ClientSettings settings) {
        SettingsCheck check = new SettingsCheck();
        check.required(settings);
        if (check.violations.isEmpty()) {
            check.policy(settings.policy());
            check.scopes(settings.scopes());
            check.oneOf("/authenticationMethod", settings.authenticationMethod(), values(AuthenticationMethod.values(), AuthenticationMethod::value));
        }
        check.refuse();
        ClientRegistration registration = new ClientRegistration(
                settings.clientId(), settings.label(), settings.description(), settings.contactEmail(), settings.logoUri(),
                AuthenticationMethod.find(settings.authenticationMethod()).orElseThrow(), settings.jwks(), settings.jwksUri(),
                Set.copyOf(settings.redirectUris()), Boolean.TRUE.equals(settings.customSchemes()),
                settings.scopes().stream().flatMap(name -> OAuthScope.find(name).stream()).collect(Collectors.toSet()));
        registration.complaints().forEach(complaint -> check.violations.add(new Violation("", complaint)));
        check.refuse();
        return registration;
    }

    /** JSON can leave out what a record needs. */
    private void required(ClientSettings settings) {
        present("/clientId", settings.clientId());
        present("/label", settings.label());
        present("/authenticationMethod", settings.authenticationMethod());
        list("/redirectUris", settings.redirectUris());
        list("/scopes", settings.scopes());
        if (settings.servers() != null) {
            list("/servers", settings.servers());
            settings.servers().forEach(server -> present("/servers/name", server == null ? null : server.name()));
        }
        present("/policy", settings.policy());
        if (settings.policy() != null) {
            list("/policy/profiles", settings.policy().profiles());
            list("/policy/permissionSets", settings.policy().permissionSets());
            list("/policy/ranges", settings.policy().ranges());
        }
    }

    private void policy(ClientSettings.Policy policy) {
        oneOf("/policy/permittedUsers", policy.permittedUsers(), Set.of("AllSelfAuthorized", "AdminApprovedPreAuthorized"));
        oneOf("/policy/requiredAssurance", policy.requiredAssurance(), values(Assurance.values(), Assurance::name));
        oneOf("/policy/ipRelaxation", policy.ipRelaxation(), values(IpRelaxation.values(), IpRelaxation::key));
        oneOf("/policy/refreshTokenPolicy", policy.refreshTokenPolicy(), Set.of("Zero", "Infinite", "SpecificInactivity", "SpecificLifetime"));
        oneOf("/policy/refreshTokenUnit", policy.refreshTokenUnit(), values(RefreshTokenPolicy.Unit.values(), RefreshTokenPolicy.Unit::key));
        check(
                AppPolicy.ACCESS_TOKEN_MINUTES.contains(policy.accessTokenMinutes()), "/policy/accessTokenMinutes",
                "Choose one of " + AppPolicy.ACCESS_TOKEN_MINUTES.stream().sorted().toList() + ".");
        between("/policy/refreshTokenAmount", policy.refreshTokenAmount(), 1, 10_000);
        between("/policy/refreshGraceSeconds", policy.refreshGraceSeconds(), 0, (int) AppPolicy.MOST_GRACE.toSeconds());
        limit("/policy/callsPerMinute", policy.callsPerMinute());
        limit("/policy/callsPerDay", policy.callsPerDay());
        policy.ranges().forEach(range -> range("/policy/ranges", range));
    }

    private void scopes(List<String> scopes) {
        scopes.forEach(scope -> check(OAuthScope.find(scope).isPresent(), "/scopes", "There is no scope " + scope + "."));
    }

    private void range(String location, ClientSettings.Range range) {
        try {
            AddressRange.of(Objects.requireNonNullElse(range.first(), ""), Objects.requireNonNullElse(range.last(), ""));
        } catch (IllegalArgumentException e) {
            violations.add(new Violation(location, String.valueOf(e.getMessage())));
        }
    }

    private void limit(String location, @Nullable Integer limit) {
        if (limit != null) {
            between(location, limit, 1, 1_000_000_000);
        }
    }

    private void between(String location, int number, int least, int most) {
        check(number >= least && number <= most, location, "The number is between " + least + " and " + most + ".");
    }

    private void oneOf(String location, @Nullable String value, Set<String> known) {
        check(value != null && known.contains(value), location, "Choose one of " + known.stream().sorted().toList() + ".");
    }

    private void present(String location, @Nullable Object value) {
        check(value != null, location, "This is required.");
    }

    private void list(String location, @Nullable List<?> values) {
        check(values != null && values.stream().allMatch(Objects::nonNull), location, "This is required: a list without null.");
    }

    private void check(boolean right, String location, String message) {
        if (!right) {
            violations.add(new Violation(location, message));
        }
    }

    private void refuse() {
        if (!violations.isEmpty()) {
            throw new ProblemException(new Problem.InvalidArguments("The settings are not right.", violations));
        }
    }

    private static <E> Set<String> values(E[] values, Function<E, String> name) {
        return Arrays.stream(values).map(name).collect(Collectors.toSet());
    }
}
