package org.gatehouse.audit;

import static org.gatehouse.platform.database.schema.Tables.AUDIT_EVENT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Seals over what the event log keeps, by a key that the database does not hold (HMAC-SHA256, RFC 2104): who can write to the tables still
 * cannot make or change an event unnoticed.
 */
@Singleton
public class EventSeal {
    /** The columns under the seal, always in this order. A column that a later release adds goes to the end: where it is null nothing changes. */
    private static final List<TableField<?, ?>> SEALED = List.of(
            AUDIT_EVENT.EVENT_KEY, AUDIT_EVENT.NODE, AUDIT_EVENT.OCCURRED_AT, AUDIT_EVENT.EVENT_TYPE, AUDIT_EVENT.REQUEST_ID,
            AUDIT_EVENT.USER_ID, AUDIT_EVENT.USERNAME, AUDIT_EVENT.CLIENT_ID, AUDIT_EVENT.GRANT_ID, AUDIT_EVENT.CLIENT_ADDRESS,
            AUDIT_EVENT.API_FAMILY, AUDIT_EVENT.HTTP_METHOD, AUDIT_EVENT.API_RESOURCE, AUDIT_EVENT.SERVER, AUDIT_EVENT.METHOD,
            AUDIT_EVENT.TOOL, AUDIT_EVENT.ARGUMENT_NAMES, AUDIT_EVENT.ARGUMENTS_DIGEST, AUDIT_EVENT.OBJECTS, AUDIT_EVENT.RECORD_IDS,
            AUDIT_EVENT.ROWS_RETURNED, AUDIT_EVENT.BEFORE_VALUE, AUDIT_EVENT.AFTER_VALUE, AUDIT_EVENT.OUTCOME, AUDIT_EVENT.STATUS_CODE,
            AUDIT_EVENT.ERROR_CODE, AUDIT_EVENT.DURATION_MICROS, AUDIT_EVENT.PROTOCOL_VERSION, AUDIT_EVENT.OCCURRENCES,
            AUDIT_EVENT.TRACE_ID, AUDIT_EVENT.TOKEN_DIGEST);

    private static final String ALGORITHM = "HmacSHA256";

    private final String node;
    private final Supplier<SecretKey> key;
    private volatile @Nullable SecretKey known;

    @Inject
    public EventSeal(Deployment deployment, @ConfigProperty(name = "jboss.node.name", defaultValue = "gatehouse") String node) {
        // Read with the first event: the key's file is made while the server starts.
        this(node, () -> MasterKey.read(MasterKey.file(deployment)).derive("audit"));
    }

    /** Seals of one node by one key. */
    public EventSeal(String node, Supplier<SecretKey> key) {
        this.node = AuditText.fit(node, AUDIT_EVENT.NODE.getDataType().length());
        this.key = key;
    }

    /** The node that this is, as its events name it. */
    public String node() {
        return node;
    }

    /** The seal over an event's row. */
    public String of(Record event) {
        StringBuilder text = new StringBuilder(400);
        for (TableField<?, ?> column : SEALED) {
            Object value = event.get(column);
            if (value != null) {
                String written = value.toString();
                // With its length before it, no value can pass for the end of itself and the beginning of the next.
                text.append(column.getName()).append('=').append(written.length()).append(':').append(written).append('\n');
            }
        }
        return of(text.toString());
    }

    /** The seal over a text. */
    public String of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
        }
    }

    private SecretKey key() {
        SecretKey present = known;
        if (present == null) {
            present = key.get();
            known = present;
        }
        return present;
    }
}
