package org.gatehouse.setup;

import static org.gatehouse.platform.database.schema.Tables.APPLIED_SETUP;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;

/** The setup as it was after each time that a document was applied. */
@Singleton
class AppliedSetups {
    private final Database database;

    @Inject
    AppliedSetups(Database database) {
        this.database = database;
    }

    /** Keeps one, as part of the caller's transaction. */
    void add(Instant at, String by, SetupDocument after) {
        database.sql()
                .insertInto(APPLIED_SETUP)
                .set(APPLIED_SETUP.APPLIED_AT, at)
                .set(APPLIED_SETUP.APPLIED_BY, by)
                .set(APPLIED_SETUP.DOCUMENT, Json.text(after))
                .execute();
    }

    /** The last one. */
    Optional<Applied> last() {
        return database.sql()
                .selectFrom(APPLIED_SETUP)
                .orderBy(APPLIED_SETUP.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Applied(
                        Objects.requireNonNull(row.get(APPLIED_SETUP.APPLIED_AT)), row.get(APPLIED_SETUP.APPLIED_BY),
                        document(row.get(APPLIED_SETUP.DOCUMENT))));
    }

    private static SetupDocument document(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8), SetupDocument.class);
        } catch (IOException e) {
            throw new IllegalStateException("What was applied last cannot be read.", e);
        }
    }

    /** One of them. */
    record Applied(Instant at, String by, SetupDocument after) {}
}
