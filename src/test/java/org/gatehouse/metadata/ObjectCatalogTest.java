package org.gatehouse.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_DEFINITION;

import org.gatehouse.platform.database.Database;
import org.gatehouse.testing.TestDatabases;
import org.junit.jupiter.api.Test;

class ObjectCatalogTest {
    private final Database database = new Database(TestDatabases.demoOrganisation());
    private final ObjectCatalogs catalogs = new ObjectCatalogs(database);

    @Test
    void findsObjectsFieldsAndRelationshipsInAnyCase() {
        var account = catalogs.at(1).find("ACCOUNT").orElseThrow();

        assertThat(account.apiName()).isEqualTo("Account");
        assertThat(account.field("industry")).get().extracting(FieldDefinition::type).isEqualTo(FieldType.PICKLIST);
        assertThat(account.relationship("OWNER")).get().extracting(FieldDefinition::apiName).isEqualTo("OwnerId");
        assertThat(account.relationship("OwnerId")).isEmpty();
        assertThat(catalogs.at(1).find("Nonsense")).isEmpty();
    }

    @Test
    void knowsThatAReferenceMayPointToSeveralObjects() {
        var task = catalogs.at(1).find("Task").orElseThrow();

        assertThat(task.field("WhatId").orElseThrow().referenceTo()).containsExactlyInAnyOrder("Account", "Opportunity", "Case");
    }

    @Test
    void knowsTheChildrenOfAParent() {
        var catalog = catalogs.at(1);

        var children = catalog.childrenOf(catalog.find("Opportunity").orElseThrow());

        assertThat(children).extracting(relationship -> relationship.child().apiName()).contains("OpportunityLine", "Task");
    }

    @Test
    void readsTheDatabaseAgainOnlyForAnotherVersion() {
        var first = catalogs.at(1);
        database.sql().update(OBJECT_DEFINITION).set(OBJECT_DEFINITION.LABEL, "Firm").where(OBJECT_DEFINITION.API_NAME.eq("Account")).execute();

        var same = catalogs.at(1);
        var next = catalogs.at(2);

        assertThat(same).isSameAs(first);
        assertThat(next.find("Account").orElseThrow().header().label()).isEqualTo("Firm");
    }
}
