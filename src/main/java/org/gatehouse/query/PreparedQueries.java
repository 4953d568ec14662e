package org.gatehouse.query;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.query.syntax.BoundValue;

/**
 * Queries that were prepared before, so that a query which is asked again is not parsed, planned and compiled again.
 *
 * <p>A plan is made from the text, its values, the access and the day, and {@link Asked} holds all of them. The access is in it as itself: there is
 * one {@code EffectiveAccess} for each person, client, server and version of the configuration, it never changes, and it is equal to nothing
 * but itself. So nobody gets what was prepared under other rights, and after a change of rights, objects or ceilings there is a new access and
 * nothing prepared for it. The database's rows play no part in a plan.
 */
final class PreparedQueries {
    /** Characters of all texts together. */
    private static final long SIZE = 32_000_000;

    /** What a plan takes beside its texts, in the same measure. */
    private static final int PLAN = 4_000;

    private final Cache<Asked, PreparedQuery> known = Caffeine.newBuilder()
            .maximumWeight(SIZE)
            .<Asked, PreparedQuery>weigher((asked, prepared) -> PLAN + asked.text().length() + prepared.text().length())
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    /** What was prepared for that question, or is now. What holds the moment of asking is good for once and is not kept. */
    PreparedQuery of(Asked asked, Supplier<PreparedQuery> preparation) {
        PreparedQuery prepared = known.getIfPresent(asked);
        if (prepared == null) {
            prepared = preparation.get();
            if (!prepared.plan().momentary()) {
                known.put(asked, prepared);
            }
        }
        return prepared;
    }

    /**
     * Everything that decides what a query means.
     *
     * @param values for the names after colons
     * @param answered how many records earlier pages answered
     * @param day on which the person asks, in their own time zone: words for days mean others tomorrow
     */
    record Asked(EffectiveAccess access, String text, Map<String, List<BoundValue>> values, long answered, LocalDate day) {
        Asked {
            values = values.entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getKey, value -> List.copyOf(value.getValue())));
        }
    }
}
