package org.gatehouse.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.AccessLevel;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.FieldPermission;
import org.gatehouse.permission.ObjectPermission;
import org.gatehouse.permission.PermissionSource;
import org.gatehouse.permission.Permissions.FieldName;
import org.gatehouse.permission.PersonGrants;
import org.gatehouse.permission.RecordReason;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.query.sql.FilteredRows;
import org.gatehouse.record.AccessExplanation.FieldPart;
import org.gatehouse.record.AccessExplanation.Reason;
import org.gatehouse.record.AccessExplanation.RecordPart;
import org.gatehouse.record.AccessExplanation.Source;
import org.jooq.DSLContext;

/**
 * Takes an access apart. The verdicts are the engine's own, for which nothing is decided here; the reasons are what the engine puts its filters
 * together from.
 */
final class AccessExplainer {
    private static final List<SystemPermission> DATA =
            List.of(SystemPermission.VIEW_ALL_DATA, SystemPermission.MODIFY_ALL_DATA, SystemPermission.VIEW_ALL_FIELDS);

    private final DSLContext sql;
    private final PersonGrants grants;
    private final EffectiveAccess person;
    private final EffectiveAccess agent;

    /**
     * An explainer for one person.
     *
     * @param person what the person may do without an agent
     * @param agent what the agent may do for them; the same where there is no agent
     */
    AccessExplainer(DSLContext sql, PersonGrants grants, EffectiveAccess person, EffectiveAccess agent) {
        this.sql = sql;
        this.grants = grants;
        this.person = person;
        this.agent = agent;
    }

    AccessExplanation explain(String username, ObjectDefinition object, Optional<FieldDefinition> field, Optional<String> recordId) {
        List<String> allowed = verbs(agent, object);
        List<String> taken = new ArrayList<>(verbs(person, object));
        taken.removeAll(allowed);
        return new AccessExplanation(
                username, object.apiName(), allowed, taken, sources(object, field), field.map(it -> field(object, it)).orElse(null),
                recordId.map(it -> record(object, it)).orElse(null));
    }

    private static List<String> verbs(EffectiveAccess access, ObjectDefinition object) {
        ObjectPermission permission = access.object(object);
        boolean changes = object.header().traits().writeMode().changes();
        return names(new ObjectPermission(
                permission.read(), access.canCreate(object), permission.edit() && changes, permission.delete() && changes, false, false, false));
    }

    private static List<String> names(ObjectPermission permission) {
        return Stream.of(
                        named(permission.read(), "read"), named(permission.create(), "create"), named(permission.edit(), "edit"),
                        named(permission.delete(), "delete"), named(permission.viewAll(), "viewAll"), named(permission.modifyAll(), "modifyAll"),
                        named(permission.viewAllFields(), "viewAllFields"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> named(boolean granted, String name) {
        return granted ? Optional.of(name) : Optional.empty();
    }

    private List<Source> sources(ObjectDefinition object, Optional<FieldDefinition> field) {
        return grants.sources().stream()
                .map(source -> source(source, object, field))
                .filter(source -> !source.grants().isEmpty())
                .toList();
    }

    private static Source source(PermissionSource source, ObjectDefinition object, Optional<FieldDefinition> field) {
        List<String> given = new ArrayList<>(names(source.objects().getOrDefault(object.apiName(), ObjectPermission.NONE)));
        DATA.stream().filter(source.system()::contains).map(SystemPermission::apiName).forEach(given::add);
        field.ifPresent(it -> {
            FieldPermission own = source.fields().getOrDefault(new FieldName(object.apiName(), it.apiName()), FieldPermission.NONE);
            named(own.readable(), it.apiName() + ".read").ifPresent(given::add);
            named(own.editable(), it.apiName() + ".edit").ifPresent(given::add);
        });
        Instant expires = source.expiresAt();
        return new Source(
                source.name(), source.profile() ? "PROFILE" : "PERMISSION_SET", source.group(), source.sessionBased(),
                expires == null ? null : expires.toString(), List.copyOf(given));
    }

    private FieldPart field(ObjectDefinition object, FieldDefinition field) {
        return new FieldPart(field.apiName(), agent.canRead(object, field), agent.canEdit(object, field), agent.mask(object, field).isPresent());
    }

    private RecordPart record(ObjectDefinition object, String id) {
        List<AccessLevel> allowed = Arrays.stream(AccessLevel.values())
                .filter(level -> FilteredRows.exists(sql, object, id, switch (level) {
                    case READ -> agent.visible(object);
                    case EDIT -> agent.editable(object);
                    case ALL -> agent.deletable(object);
                }))
                .toList();
        List<Reason> reasons = new ArrayList<>();
        for (AccessLevel level : AccessLevel.values()) {
            agent.reasons(object, level).forEach(reason -> reasons.add(reason(object, id, level, reason)));
        }
        return new RecordPart(FilteredRows.present(sql, object, id), allowed, reasons);
    }

    private Reason reason(ObjectDefinition object, String id, AccessLevel level, RecordReason reason) {
        return new Reason(level, reason.kind(), reason.name(), reason.opens(), FilteredRows.exists(sql, object, id, reason.filter()));
    }
}
