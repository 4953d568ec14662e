package org.gatehouse.permission.ceiling;

import static org.gatehouse.platform.database.schema.Tables.AGENT_CEILING;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.permission.Ceiling;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.Condition;

/** The ceilings in the database, as part of the caller's transaction. Every change counts the version of the access configuration up. */
@Singleton
public class CeilingStore {
    private static final int LONGEST = 200_000;

    private final Database database;
    private final ConfigurationVersions versions;
    private final ObjectCatalogs catalogs;

    @Inject
    public CeilingStore(Database database, ConfigurationVersions versions, ObjectCatalogs catalogs) {
        this.database = database;
        this.versions = versions;
        this.catalogs = catalogs;
    }

    /** The ceiling over a subject; one that cannot be read any more is shown as what it does, which is to leave nothing. */
    Optional<CeilingSettings> find(CeilingSubject subject) {
        return database.sql()
                .selectFrom(AGENT_CEILING)
                .where(same(subject))
                .fetchOptional(row -> new CeilingSettings(read(row.get(AGENT_CEILING.DEFINITION)), row.get(AGENT_CEILING.VERSION)));
    }

    void save(CeilingSubject subject, CeilingSettings settings) {
        // The version's row comes first: it lets one change of access through at a time.
        versions.changed(Topic.ACCESS);
        new CeilingCheck(catalogs.uncommitted()).check(settings.ceiling());
        String definition = Json.text(settings.ceiling());
        if (definition.length() > LONGEST) {
            throw new ProblemException(new Problem.InvalidArguments(
                    "The ceiling cannot be saved.", List.of(new Problem.Violation("/ceiling", "it has more than " + LONGEST + " characters"))));
        }
        Integer version = settings.version();
        if (version == null) {
            if (database.sql().fetchExists(AGENT_CEILING, same(subject))) {
                throw changedMeanwhile();
            }
            database.sql()
                    .insertInto(AGENT_CEILING, AGENT_CEILING.KIND, AGENT_CEILING.SUBJECT, AGENT_CEILING.DEFINITION)
                    .values(subject.kind().apiName(), subject.name(), definition)
                    .execute();
            return;
        }
        int changed = database.sql()
                .update(AGENT_CEILING)
                .set(AGENT_CEILING.DEFINITION, definition)
                .set(AGENT_CEILING.VERSION, AGENT_CEILING.VERSION.plus(1))
                .where(same(subject).and(AGENT_CEILING.VERSION.eq(version)))
                .execute();
        if (changed == 0) {
            throw changedMeanwhile();
        }
    }

    /** Takes a ceiling away, at the version it was read at: from then on nothing is narrowed. */
    void delete(CeilingSubject subject, int version) {
        versions.changed(Topic.ACCESS);
        int deleted = database.sql().deleteFrom(AGENT_CEILING).where(same(subject).and(AGENT_CEILING.VERSION.eq(version))).execute();
        if (deleted == 0) {
            throw changedMeanwhile();
        }
    }

    private static Condition same(CeilingSubject subject) {
        return AGENT_CEILING.KIND.eq(subject.kind().apiName()).and(AGENT_CEILING.SUBJECT.eq(subject.name()));
    }

    private static Ceiling read(String definition) {
        try {
            return Json.read(definition.getBytes(StandardCharsets.UTF_8), Ceiling.class);
        } catch (IOException e) {
            return Ceiling.NOTHING;
        }
    }

    private static ProblemException changedMeanwhile() {
        return new ProblemException(new Problem.Conflict(
                "The ceiling has changed, gone or been made since you read it. Read it again and repeat your change with the version you read."));
    }
}
