package org.gatehouse.metadata.design;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.KeyType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.ObjectTraits;
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Makes and changes objects as part of the caller's transaction. One change at a time: each first counts the version up, whose row stays locked
 * until the commit. On H2 a change of tables commits and lets go of that row, so there is a lock in this bean as well, and the row is taken
 * again before the definitions are written; H2 has no second node that the bean's lock would not reach.
 */
@Singleton
public class ObjectStore {
    private final Database database;
    private final ConfigurationVersions versions;
    private final ObjectCatalogs catalogs;
    private final InstantSource clock;

    @Inject
    public ObjectStore(Database database, ConfigurationVersions versions, ObjectCatalogs catalogs, InstantSource clock) {
        this.database = database;
        this.versions = versions;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    public List<ObjectSettings> all() {
        return catalogs.withUnavailable().objects().stream().map(this::settings).toList();
    }

    public ObjectSettings one(String name) {
        return settings(object(catalogs.withUnavailable(), name));
    }

    /** Makes a managed object with its table. */
    public synchronized ObjectSettings create(ObjectSettings wanted) {
        ObjectCatalog before = begin();
        Violations violations = new Violations();
        ManagedTables tables = new ManagedTables(database.sql(), before);
        ObjectDefinition object = new ManagedObjects(before, violations).define(wanted, tables.tableName(wanted.name()));
        check(before, object, violations);
        String mark = retired().add(object.header().table(), null);
        tables.create(object);
        begin();
        retired().inUse(mark);
        save(object, wanted);
        return settings(object);
    }

    /** Writes a mapped object, whose table is there. */
    public synchronized ObjectSettings map(ObjectSettings wanted, ObjectDefinition object, Violations violations) {
        ObjectCatalog before = begin();
        violations.require(before.find(object.apiName()).isEmpty(), "/name", "there is an object '" + object.apiName() + "' already");
        check(before, object, violations);
        save(object, wanted);
        return settings(object);
    }

    /** Changes what is said of an object, at the version it was read at; its fields are changed one by one. */
    public synchronized ObjectSettings change(String name, ObjectSettings wanted) {
        ObjectCatalog before = begin();
        ObjectDefinition object = object(before, name);
        refuseSystem(object);
        Violations violations = new Violations();
        violations.require(wanted.name().equalsIgnoreCase(object.apiName()), "/name", "an object keeps its API name");
        violations.require(wanted.managed() == object.header().managed(), "/managed", "an object keeps its table");
        ObjectDefinition changed = new ObjectDefinition(changed(object, wanted, violations), object.fields());
        check(before, changed, violations);
        definitions().require(object, wanted.version());
        definitions().update(changed);
        return settings(changed);
    }

    /** Deletes an object that nothing else names. A managed table stays, retired; a mapped one is left alone. */
    public synchronized void delete(String name, int version) {
        ObjectCatalog before = begin();
        ObjectDefinition object = object(before, name);
        refuseSystem(object);
        Usages usages = new Usages(database.sql(), before);
        usages.refuseUsed(object);
        definitions().require(object, version);
        usages.forget(object);
        definitions().delete(object);
        if (object.header().managed()) {
            retired().add(object.header().table(), null);
        }
    }

    /** Adds a field to a managed object, with its column. */
    public synchronized ObjectSettings addField(String name, FieldSettings wanted) {
        ObjectCatalog before = begin();
        ObjectDefinition object = object(before, name);
        refuseSystem(object);
        if (!object.header().managed() && wanted.formula() == null) {
            throw Violations.one("/column", "map the table again to take in another of its columns");
        }
        ManagedTables tables = new ManagedTables(database.sql(), before);
        Violations violations = new Violations();
        String column = tables.columnName(object, wanted.name());
        FieldDefinition field = new FieldDrafts(before, violations).draft(wanted, object.apiName(), column, KeyType.TEXT, "/fields/" + wanted.name());
        violations.require(field.type() != FieldType.MASTER_DETAIL, "/type",
                "the records that are there would have no parent: a MasterDetail is made with its object");
        List<FieldDefinition> fields = new ArrayList<>(object.fields());
        fields.add(field);
        check(before, new ObjectDefinition(object.header(), fields), violations);
        definitions().require(object, wanted.version());
        if (!field.isFormula()) {
            String mark = retired().add(object.header().table(), column);
            tables.add(object, field);
            begin();
            retired().inUse(mark);
        }
        insert(object, field, wanted);
        return one(name);
    }

    /** Changes a field. */
    public synchronized ObjectSettings changeField(String name, FieldSettings wanted) {
        ObjectCatalog before = begin();
        ObjectDefinition object = object(before, name);
        refuseSystem(object);
        FieldDefinition field = field(object, wanted.name());
        if (ManagedObjects.STANDARD.contains(field.apiName())) {
            throw new ProblemException(new Problem.Conflict(field.apiName() + " is the same for every object and stays as it is."));
        }
        Violations violations = new Violations();
        FieldDefinition changed = new FieldDrafts(before, violations).change(field, wanted, "/fields/" + field.apiName());
        check(before, new ObjectDefinition(object.header(), object.fields().stream().map(it -> it.equals(field) ? changed : it).toList()), violations);
        definitions().require(object, wanted.version());
        if (object.header().managed()) {
            new ManagedTables(database.sql(), before).change(object, field, changed);
            begin();
        }
        definitions().update(object, changed);
        return one(name);
    }

    /** Deletes a field that nothing else names. Its column stays, retired. */
    public synchronized ObjectSettings deleteField(String name, String fieldName, int version) {
        ObjectCatalog before = begin();
        ObjectDefinition object = object(before, name);
        refuseSystem(object);
        FieldDefinition field = field(object, fieldName);
        Usages usages = new Usages(database.sql(), before);
        usages.refuseUsed(object, field);
        definitions().require(object, version);
        usages.forget(object, field);
        definitions().delete(object, field);
        if (object.header().managed() && !field.isFormula()) {
            retired().add(object.header().table(), field.column());
        }
        return one(name);
    }

    public List<Retired> allRetired() {
        return retired().all();
    }

    public synchronized void purge(String id) {
        begin();
        retired().purge(id);
    }

    /** Takes objects out of use, or into use again. */
    public synchronized void unavailable(String name, @Nullable String reason) {
        begin();
        definitions().unavailable(name, reason);
    }

    private ObjectCatalog begin() {
        versions.changed(Topic.METADATA);
        return catalogs.withUnavailable();
    }

    private static void check(ObjectCatalog before, ObjectDefinition object, Violations violations) {
        List<ObjectDefinition> all = new ArrayList<>(
                before.objects().stream().filter(other -> !other.apiName().equalsIgnoreCase(object.apiName())).toList());
        all.add(object);
        new CatalogCheck(new ObjectCatalog(all), violations).check(object);
        violations.refuse();
    }

    private void save(ObjectDefinition object, ObjectSettings wanted) {
        definitions().insert(object);
        object.fields().stream().filter(field -> field.type() == FieldType.AUTO_NUMBER).forEach(
                field -> new AutoNumbers(database.sql()).start(object.apiName(), field.apiName()));
        HeaderWords.fields(wanted).forEach(
                settings -> new FieldGrants(database.sql()).grant(object, field(object, settings.name()), settings));
    }

    private void insert(ObjectDefinition object, FieldDefinition field, FieldSettings wanted) {
        definitions().insert(object, field);
        if (field.type() == FieldType.AUTO_NUMBER) {
            new AutoNumbers(database.sql()).start(object.apiName(), field.apiName());
        }
        new FieldGrants(database.sql()).grant(object, field, wanted);
    }

    private static ObjectDefinition.Header changed(ObjectDefinition object, ObjectSettings wanted, Violations violations) {
        ObjectDefinition.Header header = object.header();
        OrgWideDefault access = wanted.orgWideDefault() == null ? header.orgWideDefault() : HeaderWords.orgWideDefault(wanted, violations);
        return new ObjectDefinition.Header(
                header.apiName(), wanted.label(), wanted.labelPlural() == null ? wanted.label() : wanted.labelPlural(), header.keyPrefix(),
                header.managed(), header.schema(), header.table(), wanted.nameField() == null ? header.nameField() : wanted.nameField(),
                header.managed() || wanted.owned() == null || wanted.owned() ? header.ownerField() : null, access,
                wanted.hierarchyAccess() == null ? header.hierarchyAccess() : wanted.hierarchyAccess(),
                access == OrgWideDefault.CONTROLLED_BY_PARENT && wanted.parentField() == null ? header.parentField() : wanted.parentField(),
                wanted.description(), wanted.guidance(),
                new ObjectTraits(
                        header.managed() || wanted.writeMode() == null ? header.traits().writeMode() : HeaderWords.writeMode(wanted, violations),
                        wanted.searchable() == null ? header.traits().searchable() : wanted.searchable()));
    }

    /** The people are Gatehouse's own; their definition comes with the release. */
    private static void refuseSystem(ObjectDefinition object) {
        if (object.header().schema().equals("gatehouse")) {
            throw new ProblemException(new Problem.Conflict(object.apiName() + " belongs to Gatehouse and stays as it is."));
        }
    }

    private static ObjectDefinition object(ObjectCatalog catalog, String name) {
        return catalog.find(name).orElseThrow(
                () -> new ProblemException(new Problem.NotFound(Problem.Thing.OBJECT, name, "There is no object '" + name + "'.")));
    }

    private static FieldDefinition field(ObjectDefinition object, String name) {
        return object.field(name).orElseThrow(() -> new ProblemException(
                new Problem.NotFound(Problem.Thing.OBJECT, name, object.apiName() + " has no field '" + name + "'.")));
    }

    private ObjectSettings settings(ObjectDefinition object) {
        DefinitionTables.State state = definitions().state(object.apiName());
        return ObjectSettings.of(object, state.unavailable(), state.version());
    }

    private DefinitionTables definitions() {
        return new DefinitionTables(database.sql());
    }

    private RetiredStorage retired() {
        return new RetiredStorage(database.sql(), clock.instant());
    }
}
