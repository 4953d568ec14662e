package org.gatehouse.permission.sharing;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.ROLE;
import static org.gatehouse.platform.database.schema.Tables.ROLE_CLOSURE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatehouse.metadata.RecordIds;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.DSLContext;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The role hierarchy in the database, and every pair of a role and one above it. */
final class Roles {
    private final DSLContext sql;

    Roles(DSLContext sql) {
        this.sql = sql;
    }

    List<SharingSettings.Role> all() {
        var parent = ROLE.as("parent");
        return sql.select(ROLE.API_NAME, ROLE.LABEL, parent.API_NAME)
                .from(ROLE.leftJoin(parent).on(parent.ID.eq(ROLE.PARENT_ID)))
                .orderBy(ROLE.API_NAME)
                .fetch(row -> new SharingSettings.Role(row.value1(), row.value2(), row.value3()));
    }

    /** Makes the role or, if there is one of that name, renames and moves it. */
    void save(SharingSettings.Role role, Instant now) {
        String parent = role.parent() == null ? null : id(role.parent(), "/parent");
        refuseCircle(role.name(), parent);
        int changed = sql.update(ROLE).set(ROLE.LABEL, role.label()).set(ROLE.PARENT_ID, parent).where(ROLE.API_NAME.eq(role.name())).execute();
        if (changed == 0) {
            sql.insertInto(ROLE, ROLE.ID, ROLE.API_NAME, ROLE.LABEL, ROLE.PARENT_ID)
                    .values(RecordIds.next("00E", now), role.name(), role.label(), parent)
                    .execute();
        }
        writeClosure();
    }

    /** Deletes a role that nobody has and that has no role below it. */
    void delete(String name) {
        String id = sql.select(ROLE.ID).from(ROLE).where(ROLE.API_NAME.eq(name)).fetchOptional(ROLE.ID).orElseThrow(() -> new ProblemException(
                new Problem.NotFound(Problem.Thing.ROLE, name, "There is no role of this name.")));
        if (sql.fetchExists(APP_USER, APP_USER.ROLE_ID.eq(id)) || sql.fetchExists(ROLE, ROLE.PARENT_ID.eq(id))) {
            throw new ProblemException(new Problem.Conflict("People or other roles hang on this role. Give them another one first."));
        }
        sql.deleteFrom(ROLE_CLOSURE).where(ROLE_CLOSURE.ROLE_ID.eq(id)).execute();
        sql.deleteFrom(ROLE).where(ROLE.ID.eq(id)).execute();
    }

    private String id(String name, String place) {
        return new GroupNames(sql).id(new SharingSettings.Member(SharingSettings.Kind.ROLE, name), place);
    }

    private void refuseCircle(String name, @Nullable String parent) {
        String next = parent;
        while (next != null) {
            var above = sql.select(ROLE.API_NAME, ROLE.PARENT_ID).from(ROLE).where(ROLE.ID.eq(next)).fetchSingle();
            if (above.value1().equals(name)) {
                throw GroupNames.invalid("/parent", "a role cannot stand above itself");
            }
            next = above.value2();
        }
    }

    private void writeClosure() {
        Map<String, @Nullable String> parents = new HashMap<>();
        sql.select(ROLE.ID, ROLE.PARENT_ID).from(ROLE).forEach(row -> parents.put(row.value1(), row.value2()));
        List<Row2<String, String>> pairs = new ArrayList<>();
        for (String role : parents.keySet()) {
            Set<String> above = new LinkedHashSet<>();
            String next = parents.get(role);
            while (next != null) {
                // A circle that a hand has made in the table ends here.
                next = above.add(next) ? parents.get(next) : null;
            }
            above.forEach(ancestor -> pairs.add(DSL.row(ancestor, role)));
        }
        sql.deleteFrom(ROLE_CLOSURE).execute();
        if (!pairs.isEmpty()) {
            sql.insertInto(ROLE_CLOSURE, ROLE_CLOSURE.ANCESTOR_ID, ROLE_CLOSURE.ROLE_ID).valuesOfRows(pairs).execute();
        }
    }
}
