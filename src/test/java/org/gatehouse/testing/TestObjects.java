package org.gatehouse.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.gatehouse.platform.database.schema.Tables.FIELD_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.PERMISSION_SET;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.metadata.design.FieldSettings;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.metadata.design.ObjectStore;
import org.gatehouse.metadata.mapping.MappingStore;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.json.Json;
import org.gatehouse.query.QueryResult;

/** A sample world in which a test makes and changes objects, and asks at the version of the configuration that this leaves. */
public final class TestObjects {
    private final SampleWorld world;
    private final ConfigurationVersions versions;
    private final ObjectStore objects;
    private final MappingStore mapping;

    public TestObjects(SampleWorld world) {
        this.world = world;
        this.versions = new ConfigurationVersions(world.database());
        ObjectCatalogs catalogs = new ObjectCatalogs(world.database());
        this.objects = new ObjectStore(world.database(), versions, catalogs, InstantSource.system());
        this.mapping = new MappingStore(world.database(), catalogs, objects);
    }

    public SampleWorld world() {
        return world;
    }

    public ObjectStore objects() {
        return objects;
    }

    public MappingStore mapping() {
        return mapping;
    }

    /** Settings from JSON, as the automation interface reads them. */
    public static ObjectSettings object(String json) {
        return read(json, ObjectSettings.class);
    }

    public static FieldSettings field(String json) {
        return read(json, FieldSettings.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.read(json.getBytes(UTF_8), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the statements of a file of the tests. */
    public void run(String resource) {
        try (InputStream in = Objects.requireNonNull(TestObjects.class.getResourceAsStream(resource))) {
            for (String statement : new String(in.readAllBytes(), UTF_8).split(";\\s*\\n", -1)) {
                if (!statement.isBlank()) {
                    world.database().sql().execute(statement);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the profile of salespeople, or another permission set, read an object and some of its fields. */
    public void grant(String permissionSet, String object, String... fields) {
        var sql = world.database().sql();
        String set = sql.select(PERMISSION_SET.ID).from(PERMISSION_SET).where(PERMISSION_SET.API_NAME.eq(permissionSet)).fetchSingle(PERMISSION_SET.ID);
        sql.insertInto(OBJECT_PERMISSION)
                .set(OBJECT_PERMISSION.PERMISSION_SET_ID, set)
                .set(OBJECT_PERMISSION.OBJECT_NAME, object)
                .set(OBJECT_PERMISSION.CAN_READ, true)
                .set(OBJECT_PERMISSION.CAN_CREATE, true)
                .set(OBJECT_PERMISSION.CAN_EDIT, true)
                .set(OBJECT_PERMISSION.CAN_DELETE, true)
                .set(OBJECT_PERMISSION.VIEW_ALL, false)
                .set(OBJECT_PERMISSION.MODIFY_ALL, false)
                .set(OBJECT_PERMISSION.VIEW_ALL_FIELDS, false)
                .execute();
        for (String field : fields) {
            sql.insertInto(FIELD_PERMISSION)
                    .set(FIELD_PERMISSION.PERMISSION_SET_ID, set)
                    .set(FIELD_PERMISSION.OBJECT_NAME, object)
                    .set(FIELD_PERMISSION.FIELD_NAME, field)
                    .set(FIELD_PERMISSION.READABLE, true)
                    .set(FIELD_PERMISSION.EDITABLE, true)
                    .execute();
        }
        versions.changed(Topic.ACCESS);
    }

    /** The present version of the configuration. */
    public long version() {
        return versions.current(Topic.ACCESS);
    }

    public EffectiveAccess access(String username) {
        return world.permissions().access(world.userId(username), versions.current(Topic.ACCESS));
    }

    public QueryResult query(String username, String soql) {
        return world.queries(Duration.ofSeconds(30)).run(soql, access(username));
    }
}
