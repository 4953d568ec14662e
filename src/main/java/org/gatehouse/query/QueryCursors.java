package org.gatehouse.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.syntax.Position;
import org.gatehouse.query.syntax.SyntaxProblems;
import org.jspecify.annotations.Nullable;

/**
 * Says where the next page of an answer begins. A cursor is two numbers, how many records were answered and until when it is good, and a seal over them.
 * The seal also covers who asked, through what, and what, so that a cursor continues nothing else; the next page is planned anew under the rights of
 * its own moment. Nothing is kept on the server, and nothing of the records or of the query is in the cursor.
 *
 * <p>A key of the last record, instead of a count, would stay right while records come and go between two pages. It would also carry values of records
 * out and back in, which may have become hidden meanwhile.
 */
@Singleton
public class QueryCursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NUMBERS = 2 * Long.BYTES;
    private static final int SEAL = 32;

    private final Supplier<SecretKey> keys;
    private final Duration lifetime;
    private final InstantSource clock;
    private volatile @Nullable SecretKey known;

    @Inject
    public QueryCursors(Deployment deployment, QueryConfiguration configuration, InstantSource clock) {
        // Read with the first cursor: the key's file is made while the server starts.
        this(() -> MasterKey.read(MasterKey.file(deployment)).derive("query-cursor"), configuration.cursorLifetime(), clock);
    }

    QueryCursors(Supplier<SecretKey> keys, Duration lifetime, InstantSource clock) {
        this.keys = keys;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** The cursor to what follows the first records of an answer. */
    String issue(Caller caller, String query, long answered) {
        byte[] numbers = ByteBuffer.allocate(NUMBERS).putLong(answered).putLong(clock.instant().plus(lifetime).getEpochSecond()).array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(NUMBERS + SEAL).put(numbers).put(seal(caller, query, numbers)).array());
    }

    /**
     * How many records were answered before a cursor was issued.
     *
     * @throws ProblemException if it was not issued to this caller for this query, or is too old
     */
    long open(Caller caller, String query, String cursor) {
        byte[] bytes = decoded(cursor);
        byte[] numbers = Arrays.copyOf(bytes, NUMBERS);
        boolean genuine = bytes.length == NUMBERS + SEAL
                && MessageDigest.isEqual(Arrays.copyOfRange(bytes, NUMBERS, bytes.length), seal(caller, query, numbers));
        ByteBuffer read = ByteBuffer.wrap(numbers);
        long answered = read.getLong();
        if (!genuine || !clock.instant().isBefore(Instant.ofEpochSecond(read.getLong()))) {
            throw SyntaxProblems.at(new Position(1, 1), QueryError.INVALID_QUERY_LOCATOR,
                    "the cursor does not continue this query. Pass the cursor of the last answer with the very same query, or begin anew without.");
        }
        return answered;
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] seal(Caller caller, String query, byte[] numbers) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update(numbers);
            // Each with its length in front: what ends one text never begins the next.
            for (String part : List.of(caller.userId(), caller.clientId(), caller.resource(), query)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A cursor could not be sealed.", e);
        }
    }

    private SecretKey key() {
        SecretKey present = known;
        if (present == null) {
            present = keys.get();
            known = present;
        }
        return present;
    }
}
