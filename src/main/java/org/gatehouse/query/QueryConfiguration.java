package org.gatehouse.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.ConfigurationKeys;
import org.gatehouse.query.plan.QueryLimits;
import org.gatehouse.query.syntax.SyntaxLimits;

/** How long a query may run and how large it may be. */
@Singleton
public class QueryConfiguration implements ConfigurationKeys {
    private static final String TIMEOUT = "gatehouse.query.timeout";
    private static final String LENGTH = "gatehouse.query.length";
    private static final String DEPTH = "gatehouse.query.depth";
    private static final String JOINS = "gatehouse.query.joins";
    private static final String PAGE = "gatehouse.query.page";
    private static final String ROWS = "gatehouse.query.rows";
    private static final String CURSOR_LIFETIME = "gatehouse.query.cursor-lifetime";

    private final Duration timeout;
    private final SyntaxLimits syntaxLimits;
    private final QueryLimits limits;
    private final Duration cursorLifetime;

    @Inject
    public QueryConfiguration(
            @ConfigProperty(name = TIMEOUT, defaultValue = "PT30S") Duration timeout,
            @ConfigProperty(name = LENGTH, defaultValue = "100000") int length,
            @ConfigProperty(name = DEPTH, defaultValue = "50") int depth,
            @ConfigProperty(name = JOINS, defaultValue = "30") int joins,
            @ConfigProperty(name = PAGE, defaultValue = "2000") int page,
            @ConfigProperty(name = ROWS, defaultValue = "50000") int rows,
            @ConfigProperty(name = CURSOR_LIFETIME, defaultValue = "PT48H") Duration cursorLifetime) {
        this.timeout = timeout;
        this.syntaxLimits = new SyntaxLimits(
                within(LENGTH, length, 1_000, 1_000_000), SyntaxLimits.DEFAULT.tokens(), within(DEPTH, depth, 5, 200));
        this.limits = QueryLimits.DEFAULT.with(within(PAGE, page, 1, 10_000), within(ROWS, rows, 1, 1_000_000), within(JOINS, joins, 1, 55));
        this.cursorLifetime = cursorLifetime;
    }

    /** The usual limits, with a time of its own. */
    public QueryConfiguration(Duration timeout) {
        this(
                timeout, SyntaxLimits.DEFAULT.length(), SyntaxLimits.DEFAULT.depth(), QueryLimits.DEFAULT.joins(), QueryLimits.DEFAULT.page(),
                QueryLimits.DEFAULT.rows(), Duration.ofDays(2));
    }

    /** After how long the database gives up on a statement; whole seconds, at least one. */
    public int timeoutSeconds() {
        return (int) Math.max(1, timeout.toSeconds());
    }

    /** How large the text of a query may be. */
    public SyntaxLimits syntaxLimits() {
        return syntaxLimits;
    }

    /** How much a query may ask for. */
    public QueryLimits limits() {
        return limits;
    }

    /** How long a cursor is good. */
    public Duration cursorLifetime() {
        return cursorLifetime;
    }

    /** A limit beyond these would be none, or none that anything could pass. */
    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + " and must lie between " + least + " and " + most + ".");
        }
        return value;
    }

    @Override
    public Set<String> keys() {
        return Set.of(TIMEOUT, LENGTH, DEPTH, JOINS, PAGE, ROWS, CURSOR_LIFETIME);
    }
}
