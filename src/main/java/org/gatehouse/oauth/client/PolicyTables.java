package org.gatehouse.oauth.client;

import static org.gatehouse.platform.database.schema.Tables.CLIENT;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.gatehouse.identity.Assurance;
import org.gatehouse.platform.database.schema.tables.Client;
import org.gatehouse.platform.network.AddressRange;
import org.gatehouse.platform.network.AddressRanges;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Makes app policies of rows. A value that this release does not know, left by a newer one or by hand, is read as the strictest.
 *
 * @param approved the permission sets that are pre-authorized, by client
 * @param ranges the address ranges, by client
 */
record PolicyTables(Map<String, Set<String>> approved, Map<String, List<AddressRange>> ranges) {
    private static final Client C = CLIENT;

    /** Whether every value of the row is one that this release knows. */
    boolean understands(Record row) {
        return permittedUsers(row).isPresent()
                && assurance(row).isPresent()
                && relaxation(row).isPresent()
                && refreshTokens(row).isPresent();
    }

    AppPolicy policy(Record row) {
        return new AppPolicy(
                permittedUsers(row).orElse(new PermittedUsers.AdminApproved(Set.of())),
                assurance(row).orElse(Assurance.HIGH),
                new AddressRanges(ranges.getOrDefault(row.get(C.CLIENT_ID), List.of())),
                relaxation(row).orElse(IpRelaxation.ENFORCE),
                Duration.ofMinutes(row.get(C.ACCESS_TOKEN_MINUTES)),
                refreshTokens(row).orElse(new RefreshTokenPolicy.ImmediatelyExpire()),
                Duration.ofSeconds(row.get(C.REFRESH_GRACE_SECONDS)),
                new CallLimits(limit(row.get(C.CALLS_PER_MINUTE)), limit(row.get(C.CALLS_PER_DAY))));
    }

    private Optional<PermittedUsers> permittedUsers(Record row) {
        return switch (row.get(C.PERMITTED_USERS)) {
            case "AllSelfAuthorized" -> Optional.of(new PermittedUsers.All());
            case "AdminApprovedPreAuthorized" ->
                Optional.of(new PermittedUsers.AdminApproved(approved.getOrDefault(row.get(C.CLIENT_ID), Set.of())));
            default -> Optional.empty();
        };
    }

    private static Optional<RefreshTokenPolicy> refreshTokens(Record row) {
        return switch (row.get(C.REFRESH_TOKEN_POLICY)) {
            case "Zero" -> Optional.of(new RefreshTokenPolicy.ImmediatelyExpire());
            case "Infinite" -> Optional.of(new RefreshTokenPolicy.UntilRevoked());
            case "SpecificInactivity" -> period(row).map(RefreshTokenPolicy.ExpireIfUnused::new);
            case "SpecificLifetime" -> period(row).map(RefreshTokenPolicy.ExpireAfter::new);
            default -> Optional.empty();
        };
    }

    private static Optional<RefreshTokenPolicy.Period> period(Record row) {
        int amount = row.get(C.REFRESH_TOKEN_AMOUNT);
        return amount < 1
                ? Optional.empty()
                : named(RefreshTokenPolicy.Unit.values(), RefreshTokenPolicy.Unit::key, row.get(C.REFRESH_TOKEN_UNIT))
                        .map(unit -> new RefreshTokenPolicy.Period(amount, unit));
    }

    private static Optional<Assurance> assurance(Record row) {
        return named(Assurance.values(), Assurance::name, row.get(C.REQUIRED_ASSURANCE));
    }

    private static Optional<IpRelaxation> relaxation(Record row) {
        return named(IpRelaxation.values(), IpRelaxation::key, row.get(C.IP_RELAXATION));
    }

    private static OptionalInt limit(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static <E> Optional<E> named(E[] values, Function<E, String> name, String wanted) {
        return Arrays.stream(values).filter(value -> name.apply(value).equals(wanted)).findFirst();
    }
}
