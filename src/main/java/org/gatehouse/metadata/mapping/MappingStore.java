package org.gatehouse.metadata.mapping;

import static java.util.stream.Collectors.toSet;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.metadata.design.ObjectStore;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Maps tables, and keeps an eye on those that are mapped, as part of the caller's transaction. */
@Singleton
public class MappingStore {
    private final Database database;
    private final ObjectCatalogs catalogs;
    private final ObjectStore objects;

    @Inject
    public MappingStore(Database database, ObjectCatalogs catalogs, ObjectStore objects) {
        this.database = database;
        this.catalogs = catalogs;
        this.objects = objects;
    }

    /** The tables and views that could be mapped: those that no object stands for yet, in use or not. */
    public List<TableName> tables() {
        Set<String> mapped = catalogs.withUnavailable().objects().stream()
                .map(object -> object.header().schema() + "." + object.header().table())
                .collect(toSet());
        return new DatabaseCatalogue(database.sql()).tables().stream().filter(table -> !mapped.contains(table.table())).toList();
    }

    public Proposal propose(String table) {
        return new Proposals(catalogs.withUnavailable(), require(table)).propose();
    }

    public ObjectSettings create(ObjectSettings wanted) {
        if (wanted.table() == null) {
            throw Violations.one("/table", "name the table or view, with its schema");
        }
        Violations violations = new Violations();
        ForeignTable table = require(wanted.table());
        return objects.map(wanted, new MappedObjects(catalogs.withUnavailable(), table, violations).define(wanted), violations);
    }

    /** Takes mapped objects out of use whose table no longer fits, and into use again those whose table fits again. */
    public List<Checked> check() {
        DatabaseCatalogue database = new DatabaseCatalogue(this.database.sql());
        List<Checked> changed = new ArrayList<>();
        for (ObjectDefinition object : catalogs.withUnavailable().objects()) {
            ObjectDefinition.Header header = object.header();
            if (!header.managed() && !header.schema().equals("gatehouse")) {
                String now = MappingCheck.complaint(object, database.find(header.schema(), header.table())).orElse(null);
                if (!Objects.equals(now, objects.one(object.apiName()).unavailable())) {
                    objects.unavailable(object.apiName(), now);
                    changed.add(new Checked(object.apiName(), now));
                }
            }
        }
        return changed;
    }

    private ForeignTable require(String table) {
        int dot = table.indexOf('.');
        Optional<ForeignTable> found =
                dot < 0 ? Optional.empty() : new DatabaseCatalogue(database.sql()).find(table.substring(0, dot), table.substring(dot + 1));
        return found.orElseThrow(() -> new ProblemException(new Problem.NotFound(
                Problem.Thing.OBJECT, table, "There is no table or view '" + table + "' to map. Write its schema and its name, with a dot between.")));
    }

    /** An object that went out of use for a reason, or came into use again. */
    public record Checked(String object, @Nullable String reason) {}
}
