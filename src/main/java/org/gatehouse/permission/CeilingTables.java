package org.gatehouse.permission;

import static org.gatehouse.platform.database.schema.Tables.AGENT_CEILING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.platform.json.Json;
import org.jooq.DSLContext;

/** Reads all ceilings from the database: one statement. */
final class CeilingTables {
    private final DSLContext sql;

    CeilingTables(DSLContext sql) {
        this.sql = sql;
    }

    Map<Subject, Ceiling> load() {
        Map<Subject, Ceiling> all = new HashMap<>();
        sql.selectFrom(AGENT_CEILING)
                .forEach(row -> all.put(
                        new Subject(row.get(AGENT_CEILING.KIND), row.get(AGENT_CEILING.SUBJECT)), read(row.get(AGENT_CEILING.DEFINITION))));
        return all;
    }

    /** A ceiling that cannot be read leaves nothing. */
    private static Ceiling read(String definition) {
        try {
            return Json.read(definition.getBytes(StandardCharsets.UTF_8), Ceiling.class);
        } catch (IOException e) {
            return Ceiling.NOTHING;
        }
    }

    /** What a ceiling stands over. */
    record Subject(String kind, String name) {
        static final String CLIENT = "Client";
        static final String SERVER = "Server";
    }
}
