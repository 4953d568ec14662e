package org.gatehouse.metadata.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.metadata.ObjectCatalogs;
import org.gatehouse.testing.SampleWorld;
import org.gatehouse.testing.SampleWorld.Product;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The indexes of managed tables that were made without them. */
class ManagedIndexesTest {
    @Test
    void aTableThatLacksThemGetsThemOnce() {
        SampleWorld world = SampleWorld.own(Product.POSTGRESQL);
        DSLContext sql = world.database().sql();
        ManagedIndexes indexes = new ManagedIndexes(sql);

        indexes.makeMissing(new ObjectCatalogs(world.database()).uncommitted());
        indexes.makeMissing(new ObjectCatalogs(world.database()).uncommitted());

        assertThat(sql.fetch("SELECT indexname FROM pg_indexes WHERE schemaname = 'records' AND tablename = 'account'").getValues(0, String.class))
                .contains("ox_account", "lx_account_name");
        assertThat(sql.fetch("SELECT indexname FROM pg_indexes WHERE schemaname = 'billing'").getValues(0, String.class)).noneMatch(name -> name.startsWith("ox_"));
    }

    @Test
    void aPageOfRecordsIsReadInTheOrderOfTheIndex() {
        SampleWorld world = SampleWorld.own(Product.POSTGRESQL);
        DSLContext sql = world.database().sql();
        new ManagedIndexes(sql).makeMissing(new ObjectCatalogs(world.database()).uncommitted());

        String plan = sql.transactionResult(transaction -> {
            transaction.dsl().execute("SET LOCAL enable_seqscan = off");
            return transaction.dsl().fetch("EXPLAIN SELECT id FROM records.account ORDER BY id COLLATE \"C\" LIMIT 20").format();
        });

        assertThat(plan).contains("ox_account").doesNotContain("Sort");
    }
}
