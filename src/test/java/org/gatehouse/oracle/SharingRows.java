package org.gatehouse.oracle;

import static org.gatehouse.platform.database.schema.Tables.*;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.oracle.ModelSharing.Group;
import org.jspecify.annotations.Nullable;

/** Writes groups with their people, rules and manual shares. */
final class SharingRows {
    private final Rows rows;
    private final Organisation organisation;
    private final ModelSharing sharing;

    SharingRows(Rows rows, Organisation organisation) {
        this.rows = rows;
        this.organisation = organisation;
        this.sharing = organisation.sharing();
    }

    void write() {
        memberships();
        groups();
        rows.insert(
                SHARING_RULE,
                List.of(SHARING_RULE.ID, SHARING_RULE.OBJECT_NAME, SHARING_RULE.API_NAME, SHARING_RULE.LABEL, SHARING_RULE.SOURCE_GROUP,
                        SHARING_RULE.TARGET_GROUP, SHARING_RULE.ACCESS_LEVEL, SHARING_RULE.MATCH_ANY),
                sharing.rules().stream().map(rule -> new Object[] {
                    rule.id(), rule.object(), rule.id(), rule.id(), rule.source(), rule.target(), level(rule.edit()), rule.criteria().any()
                }));
        rows.insert(
                RESTRICTION_RULE,
                List.of(RESTRICTION_RULE.ID, RESTRICTION_RULE.OBJECT_NAME, RESTRICTION_RULE.API_NAME, RESTRICTION_RULE.LABEL,
                        RESTRICTION_RULE.GROUP_ID, RESTRICTION_RULE.MATCH_ANY, RESTRICTION_RULE.ACTIVE),
                sharing.restrictions().stream().map(rule -> new Object[] {
                    rule.id(), rule.object(), rule.id(), rule.id(), rule.group(), rule.criteria().any(), rule.active()
                }));
        rows.insert(
                RULE_CRITERION,
                List.of(RULE_CRITERION.RULE_ID, RULE_CRITERION.POSITION, RULE_CRITERION.FIELD_NAME, RULE_CRITERION.OPERATOR,
                        RULE_CRITERION.FIELD_VALUE),
                Stream.concat(
                        sharing.rules().stream().flatMap(rule -> criteria(rule.id(), rule.criteria())),
                        sharing.restrictions().stream().flatMap(rule -> criteria(rule.id(), rule.criteria()))));
        rows.insert(
                IMPLICIT_CHILD,
                List.of(IMPLICIT_CHILD.ROLE_ID, IMPLICIT_CHILD.OBJECT_NAME, IMPLICIT_CHILD.FIELD_NAME, IMPLICIT_CHILD.ACCESS_LEVEL),
                sharing.implicitChildren().stream().map(child -> new Object[] {child.role(), child.object(), child.field(), level(child.edit())}));
        rows.insert(
                RECORD_SHARE,
                List.of(RECORD_SHARE.OBJECT_NAME, RECORD_SHARE.RECORD_ID, RECORD_SHARE.PRINCIPAL_ID, RECORD_SHARE.ACCESS_LEVEL,
                        RECORD_SHARE.SHARED_BY, RECORD_SHARE.SHARED_AT),
                sharing.shares().stream().map(share -> new Object[] {
                    share.object(), share.record(), share.principal(), level(share.edit()), organisation.people().getFirst().id(), Organisation.NOW
                }));
    }

    private void memberships() {
        Memberships memberships = new Memberships(organisation);
        rows.insert(
                GROUP_MEMBERSHIP,
                List.of(GROUP_MEMBERSHIP.GROUP_ID, GROUP_MEMBERSHIP.USER_ID, GROUP_MEMBERSHIP.BY_HIERARCHY),
                memberships.groups().stream().flatMap(group -> Stream.concat(
                        memberships.members(group).stream().map(person -> new Object[] {group, person, false}),
                        memberships.managers(group).stream().map(person -> new Object[] {group, person, true}))));
    }

    private void groups() {
        rows.insert(
                PUBLIC_GROUP,
                List.of(PUBLIC_GROUP.ID, PUBLIC_GROUP.API_NAME, PUBLIC_GROUP.LABEL, PUBLIC_GROUP.HIERARCHY_ACCESS),
                sharing.groups().stream().filter(group -> !group.isQueue())
                        .map(group -> new Object[] {group.id(), group.id(), group.id(), group.managersToo()}));
        List<Group> queues = sharing.groups().stream().filter(Group::isQueue).toList();
        rows.insert(QUEUE, List.of(QUEUE.ID, QUEUE.API_NAME, QUEUE.LABEL), queues.stream()
                .map(queue -> new Object[] {queue.id(), queue.id(), queue.id()}));
        rows.insert(QUEUE_OBJECT, List.of(QUEUE_OBJECT.QUEUE_ID, QUEUE_OBJECT.OBJECT_NAME), queues.stream()
                .flatMap(queue -> java.util.Objects.requireNonNull(queue.queueOf()).stream().map(object -> new Object[] {queue.id(), object})));
        rows.insert(GROUP_MEMBER, List.of(GROUP_MEMBER.GROUP_ID, GROUP_MEMBER.MEMBER_KIND, GROUP_MEMBER.MEMBER_ID), sharing.groups().stream()
                .flatMap(group -> group.members().stream().map(member -> new Object[] {group.id(), member.kind().name(), member.id()})));
    }

    private static Stream<Object[]> criteria(String rule, ModelCriteria criteria) {
        return IntStream.range(0, criteria.criteria().size()).mapToObj(position -> {
            ModelCriteria.Criterion criterion = criteria.criteria().get(position);
            return new Object[] {rule, position, criterion.field(), criterion.operator(), text(criterion.value())};
        });
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? null : value.toString();
    }

    private static String level(boolean edit) {
        return edit ? "Edit" : "Read";
    }
}
