package org.gatehouse.query.plan;

import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.RecordFilter;

/** Reading the records of one object, and only those that the person may see. The filter comes from the person's access, from nowhere else. */
public final class ObjectScan {
    private final int number;
    private final ObjectDefinition object;
    private final RecordFilter filter;

    ObjectScan(int number, ObjectDefinition object, EffectiveAccess access) {
        this.number = number;
        this.object = object;
        this.filter = access.visible(object);
    }

    /** Tells scans of one plan apart: 0 for the object in FROM, then the parents as they are met. */
    public int number() {
        return number;
    }

    public ObjectDefinition object() {
        return object;
    }

    public RecordFilter filter() {
        return filter;
    }
}
