package org.gatehouse.record;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import org.gatehouse.record.RecordPurge.Deleted;

/** Empties the recycle bin once an hour of what has lain there for its time. Harmless when every node does it. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RecordCleaning {
    @EJB
    RecordPurge purge;

    @Schedule(hour = "*", minute = "47", persistent = false)
    void clean() {
        purge.forgetAnswers();
        purge.due().forEach(this::purge);
    }

    /** Each in its own transaction: one that something else still needs stays, and does not stop the others. */
    private void purge(Deleted record) {
        try {
            purge.purge(record);
        } catch (EJBException e) {
            RecordLog.LOG.notPurged(record.objectName(), record.id(), e);
        }
    }
}
