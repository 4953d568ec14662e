package org.gatehouse.record;

import static org.gatehouse.platform.database.schema.Tables.CONFIGURATION_VERSION;

import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectConditionStep;

/**
 * The last look before a write is committed: that what people may do is still what the write was judged by.
 *
 * <p>PostgreSQL locks the row for sharing, so that no change of rights can be committed between this look and the commit. H2 has no such lock;
 * there a change that is committed in that instant counts as later than the write.
 */
final class AccessUnchanged {
    private final DSLContext sql;

    AccessUnchanged(DSLContext sql) {
        this.sql = sql;
    }

    /** Refuses if the version of the access configuration is another one by now. */
    void require(long version) {
        SelectConditionStep<Record1<Long>> read = sql.select(CONFIGURATION_VERSION.VERSION)
                .from(CONFIGURATION_VERSION)
                .where(CONFIGURATION_VERSION.TOPIC.eq(Topic.ACCESS.key()));
        Select<Record1<Long>> last = sql.dialect().family() == SQLDialect.POSTGRES ? read.forShare() : read;
        if (last.fetchSingle().value1() != version) {
            throw new ProblemException(new Problem.Conflict(
                    "What people may do was changed while this was written, so nothing was written. Try again."));
        }
    }
}
