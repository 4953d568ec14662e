package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatehouse.audit.alert.Alert;
import org.gatehouse.catalog.limit.Limit;
import org.gatehouse.identity.network.NetworkSettings.Everybody;
import org.gatehouse.identity.network.NetworkSettings.Profile;
import org.gatehouse.oauth.client.ClientSettings;
import org.gatehouse.permission.ceiling.CeilingSettings;
import org.gatehouse.permission.grants.GrantSettings.PermissionSet;
import org.gatehouse.permission.grants.GrantSettings.SetGroup;
import org.gatehouse.permission.sharing.SharingSettings.Group;
import org.gatehouse.permission.sharing.SharingSettings.Queue;
import org.gatehouse.permission.sharing.SharingSettings.Restriction;
import org.gatehouse.permission.sharing.SharingSettings.Role;
import org.gatehouse.permission.sharing.SharingSettings.Rule;
import org.gatehouse.setup.PartServices.Composition;
import org.gatehouse.setup.PartServices.ObjectDefault;
import org.gatehouse.setup.PartServices.ServerSwitch;
import org.jspecify.annotations.Nullable;

/** The parts of a setup, in the order in which they can be made: each names only things of those before it. */
@Singleton
class SetupParts {
    private final List<SetupPart> all;

    @Inject
    SetupParts(PartServices services) {
        this(Stream.of(people(services), records(services), agents(services)).flatMap(List::stream).toList());
    }

    /** Parts in that order. */
    SetupParts(List<SetupPart> all) {
        this.all = all;
    }

    /** All of them. */
    List<SetupPart> all() {
        return all;
    }

    List<String> names() {
        return all.stream().map(SetupPart::name).toList();
    }

    /** The part of that name. */
    SetupPart part(String name) {
        return all.stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
    }

    /** The setup as it is, of some parts. */
    SetupDocument present(Collection<String> names) {
        SortedMap<String, SortedMap<String, JsonNode>> things = new TreeMap<>();
        all.stream().filter(part -> names.contains(part.name())).forEach(part -> things.put(part.name(), part.current()));
        return new SetupDocument(SetupDocument.FORMAT, things);
    }

    private static List<SetupPart> people(PartServices it) {
        return List.of(
                new RecordPart<>("roles", Role.class, () -> byName(it.sharing.roles(), Role::name))
                        .named("name")
                        .naming(role -> RecordPart.texts(List.of(role.path("parent"))))
                        .created((name, role, author) -> it.sharing.save(role))
                        .updated((name, role, author) -> it.sharing.save(role))
                        .deleted((name, role, author) -> it.sharing.deleteRole(name)),
                new RecordPart<>("groups", Group.class, () -> byName(it.sharing.groups(), Group::name))
                        .named("name")
                        .naming(SetupParts::members)
                        .created((name, group, author) -> it.sharing.save(group))
                        .updated((name, group, author) -> it.sharing.save(group))
                        .deleted((name, group, author) -> it.sharing.deleteGroup(name)),
                new RecordPart<>("queues", Queue.class, () -> byName(it.sharing.queues(), Queue::name))
                        .named("name")
                        .created((name, queue, author) -> it.sharing.save(queue))
                        .updated((name, queue, author) -> it.sharing.save(queue))
                        .deleted((name, queue, author) -> it.sharing.deleteQueue(name)),
                new RecordPart<>("permissionSets", PermissionSet.class, () -> byName(it.grants.sets(), PermissionSet::name))
                        .named("name")
                        .created((name, set, author) -> it.grants.create(set))
                        .updated((name, set, author) -> it.grants.change(name, set))
                        .deleted((name, set, author) -> it.grants.delete(name, version(set.version()))),
                new RecordPart<>("permissionSetGroups", SetGroup.class, () -> byName(it.grants.groups(), SetGroup::name))
                        .named("name")
                        .created((name, group, author) -> it.grants.create(group))
                        .updated((name, group, author) -> it.grants.change(name, group))
                        .deleted((name, group, author) -> it.grants.deleteGroup(name, version(group.version()))),
                new RecordPart<>("network", Everybody.class, () -> Map.of("organization", it.network.everybody()))
                        .updated((name, everybody, author) -> it.network.update(everybody)),
                new RecordPart<>("profileNetworks", Profile.class, it::profileNetworks)
                        .updated((name, profile, author) -> it.network.update(name, profile, author.userId(), author.address(), author.confirmed())));
    }

    private static List<SetupPart> records(PartServices it) {
        return List.of(
                new RecordPart<>("orgWideDefaults", ObjectDefault.class, it::orgWideDefaults)
                        .updated((name, wanted, author) -> it.setOrgWideDefault(name, wanted)),
                new RecordPart<>("sharingRules", Rule.class, () -> byName(it.sharing.rules(), Rule::name))
                        .named("name")
                        .created((name, rule, author) -> it.sharing.save(rule))
                        .updated((name, rule, author) -> it.sharing.save(rule))
                        .deleted((name, rule, author) -> it.sharing.deleteRule(name)),
                new RecordPart<>("restrictionRules", Restriction.class, () -> byName(it.sharing.restrictions(), Restriction::name))
                        .named("name")
                        .created((name, rule, author) -> it.sharing.save(rule))
                        .updated((name, rule, author) -> it.sharing.save(rule))
                        .deleted((name, rule, author) -> it.sharing.deleteRestriction(name)));
    }

    private static List<SetupPart> agents(PartServices it) {
        return List.of(
                new RecordPart<>("customServers", Composition.class, it::compositions)
                        .created(it::compose)
                        .updated(it::compose)
                        .deleted((name, server, author) -> it.deleteComposition(name)),
                new RecordPart<>("servers", ServerSwitch.class, it::switches).updated((name, wanted, author) -> it.turn(name, wanted)),
                new RecordPart<>("apps", ClientSettings.class, it::apps)
                        .named("clientId")
                        .without("version", "kind", "warnings")
                        .created(it::createApp)
                        .updated(it::updateApp),
                new RecordPart<>("ceilings", CeilingSettings.class, it::ceilings)
                        .created((name, ceiling, author) -> it.saveCeiling(name, ceiling))
                        .updated((name, ceiling, author) -> it.saveCeiling(name, ceiling))
                        .deleted((name, ceiling, author) -> it.ceilings.delete(PartServices.subject(name), version(ceiling.version()))),
                new RecordPart<>("limits", Limit.class, () -> byName(it.limits.all(), Limit::name))
                        .named("name")
                        .created((name, limit, author) -> it.limits.create(limit))
                        .updated((name, limit, author) -> it.limits.update(limit))
                        .deleted((name, limit, author) -> it.limits.delete(name, version(limit.version()))),
                new RecordPart<>("alerts", Alert.class, () -> byName(it.alerts.all(), Alert::name))
                        .named("name")
                        .created((name, alert, author) -> it.alerts.create(alert))
                        .updated((name, alert, author) -> it.alerts.update(alert))
                        .deleted((name, alert, author) -> it.alerts.delete(name, version(alert.version()))));
    }

    private static int version(@Nullable Integer version) {
        return Objects.requireNonNull(version, "what the database holds has one");
    }

    private static Set<String> members(JsonNode group) {
        Set<String> names = new HashSet<>();
        for (JsonNode member : group.path("members")) {
            if (member.path("kind").asText().equals("GROUP")) {
                names.add(member.path("name").asText());
            }
        }
        return names;
    }

    private static <T> Map<String, T> byName(Collection<T> things, Function<T, String> name) {
        Map<String, T> named = new TreeMap<>();
        things.forEach(thing -> named.put(name.apply(thing), thing));
        return named;
    }
}
