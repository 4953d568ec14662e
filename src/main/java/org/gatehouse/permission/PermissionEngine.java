package org.gatehouse.permission;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatehouse.identity.Caller;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.permission.CeilingTables.Subject;
import org.gatehouse.permission.PersonGrants.Activations;
import org.gatehouse.platform.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a person may do, by themselves or through a client at a server. Snapshots are kept per version of the access configuration: a
 * change counts the version up, so the next request of anybody, on any node, finds no snapshot of the new version and makes one.
 */
@Singleton
public class PermissionEngine {
    private final Database database;
    private final ObjectCatalogs catalogs;
    private final InstantSource clock;
    private final MaskKeys maskKeys;
    private volatile @Nullable Settings settings;
    private final Cache<SetKey, SetContents> sets = cache();
    private final Cache<PersonKey, Person> people = cache();
    private final Cache<Key, EffectiveAccess> snapshots = cache();

    @Inject
    public PermissionEngine(Database database, ObjectCatalogs catalogs, InstantSource clock, MaskKeys maskKeys) {
        this.database = database;
        this.catalogs = catalogs;
        this.clock = clock;
        this.maskKeys = maskKeys;
    }

    /** An engine without a master key: where a ceiling says that a client reads tokens, it reads nothing. */
    public PermissionEngine(Database database, ObjectCatalogs catalogs, InstantSource clock) {
        this(database, catalogs, clock, MaskKeys.none());
    }

    /** What the caller may do: what the person may, less what the ceilings of the client and the server take away. */
    public EffectiveAccess access(Caller caller) {
        PersonGrants person = person(caller.userId(), caller.accessVersion());
        // Connections differ only for people with session-based sets; nobody else needs a snapshot for each.
        String grantId = person.sessionBased() ? caller.grantId() : "";
        return snapshot(new Key(caller.userId(), caller.clientId(), caller.server(), grantId, caller.accessVersion()));
    }

    /** What a person may do by themselves at a version of the access configuration; nothing if the person is unknown or not active. */
    public EffectiveAccess access(String userId, long accessVersion) {
        return snapshot(new Key(userId, "", "", "", accessVersion));
    }

    /** What a person may do through a client at a server, without what is active for one connection only. */
    public EffectiveAccess access(String userId, String clientId, String server, long accessVersion) {
        return snapshot(new Key(userId, clientId, server, "", accessVersion));
    }

    /** What gives a person permissions, each source for itself. */
    public PersonGrants person(String userId, long accessVersion) {
        PersonKey key = new PersonKey(userId, accessVersion);
        Instant now = clock.instant();
        Person known = people.getIfPresent(key);
        if (known == null || !known.validAt(now)) {
            known = new Person(new PermissionTables(database.sql()).load(userId, now, sets -> contents(sets, accessVersion)));
            people.put(key, known);
        }
        return known.grants;
    }

    private EffectiveAccess snapshot(Key key) {
        EffectiveAccess known = snapshots.getIfPresent(key);
        if (known == null || !known.validAt(clock.instant())) {
            Settings current = settings(key.accessVersion);
            known = new EffectiveAccess(
                    person(key.userId, key.accessVersion).addedUp(activations(key)),
                    catalogs.at(key.accessVersion),
                    current.sharing,
                    ceilings(key, current.ceilings));
            snapshots.put(key, known);
        }
        return known;
    }

    /** What permission sets hold at a version: it is the same for all who have them, so few people need more than their assignments read. */
    private Map<String, SetContents> contents(Set<String> setIds, long accessVersion) {
        Set<SetKey> keys = setIds.stream().map(id -> new SetKey(id, accessVersion)).collect(toSet());
        return sets.getAll(keys, this::load).entrySet().stream().collect(toMap(set -> set.getKey().id, Map.Entry::getValue));
    }

    private Map<SetKey, SetContents> load(Set<? extends SetKey> keys) {
        Map<String, SetContents> loaded = new SetContentsTables(database.sql()).load(keys.stream().map(SetKey::id).collect(toSet()));
        return keys.stream().collect(toMap(key -> key, key -> requireNonNull(loaded.get(key.id()))));
    }

    private Activations activations(Key key) {
        return key.grantId.isEmpty()
                ? Activations.NONE
                : new PermissionTables(database.sql()).activations(key.userId, key.grantId, clock.instant());
    }

    private Ceilings ceilings(Key key, Map<Subject, Ceiling> all) {
        Ceiling client = all.get(new Subject(Subject.CLIENT, key.clientId));
        Ceiling server = all.get(new Subject(Subject.SERVER, key.server));
        if (client == null && server == null) {
            return Ceilings.NONE;
        }
        Optional<MaskKey> maskKey = maskKeys.of(key.clientId);
        return new Ceilings(Stream.of(Optional.ofNullable(client), Optional.ofNullable(server)).flatMap(Optional::stream).toList(), maskKey.orElse(null));
    }

    /** The settings that are the same for all people: read once per version. */
    private Settings settings(long accessVersion) {
        Settings known = settings;
        if (known == null || known.version != accessVersion) {
            known = new Settings(accessVersion, new SharingTables(database.sql()).load(), new CeilingTables(database.sql()).load());
            settings = known;
        }
        return known;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofHours(1)).build();
    }

    private record Settings(long version, Sharing sharing, Map<Subject, Ceiling> ceilings) {}

    private record Person(PersonGrants grants) {
        boolean validAt(Instant now) {
            Instant end = grants.validUntil();
            return end == null || now.isBefore(end);
        }
    }

    private record SetKey(String id, long accessVersion) {}

    private record PersonKey(String userId, long accessVersion) {}

    /** Fields of their own, not one joined text: two callers never share an answer by the look of their names. */
    private record Key(String userId, String clientId, String server, String grantId, long accessVersion) {}
}
