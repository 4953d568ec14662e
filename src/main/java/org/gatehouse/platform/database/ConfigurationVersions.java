package org.gatehouse.platform.database;

import static org.gatehouse.platform.database.schema.Tables.CONFIGURATION_VERSION;
import static org.jooq.impl.DSL.noCondition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Counts configuration changes per topic. Whoever changes configuration counts its topic up in the same transaction; whoever keeps a
 * snapshot in memory compares the number, so that a change reaches every node with its next request.
 */
@Singleton
public class ConfigurationVersions {
    private final Database database;

    @Inject
    public ConfigurationVersions(Database database) {
        this.database = database;
    }

    /** The present version of a topic. */
    public long current(Topic topic) {
        return database.sql()
                .select(CONFIGURATION_VERSION.VERSION)
                .from(CONFIGURATION_VERSION)
                .where(CONFIGURATION_VERSION.TOPIC.eq(topic.key))
                .fetchSingle(CONFIGURATION_VERSION.VERSION);
    }

    /**
     * Counts a topic up; part of the transaction that changes what the topic covers. A change of metadata counts ACCESS up as well, so that
     * the one number which a request reads tells of both.
     */
    public void changed(Topic topic) {
        database.sql()
                .update(CONFIGURATION_VERSION)
                .set(CONFIGURATION_VERSION.VERSION, CONFIGURATION_VERSION.VERSION.plus(1))
                .where(CONFIGURATION_VERSION.TOPIC.eq(topic.key))
                .or(topic == Topic.METADATA ? CONFIGURATION_VERSION.TOPIC.eq(Topic.ACCESS.key) : noCondition())
                .execute();
    }

    /** What a version counts. */
    public enum Topic {
        /** Users, roles, profiles, permission sets, assignments, clients and their policies. */
        ACCESS("access"),
        /** Objects, fields, org-wide defaults. */
        METADATA("metadata"),
        /** MCP servers and their activation. */
        SERVERS("servers");

        private final String key;

        Topic(String key) {
            this.key = key;
        }

        /** The topic's name in the {@code configuration_version} table. */
        public String key() {
            return key;
        }
    }
}
