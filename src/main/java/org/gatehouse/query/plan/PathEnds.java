package org.gatehouse.query.plan;

import java.util.List;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.query.syntax.Name;

/**
 * Where a path's relationships end: at one object, or at one of several. What several objects share is what SOQL calls the object Name: the name and
 * the type of each, and the fields that all of them have.
 *
 * @param several whether the last relationship may point to several objects, even if the person may read only one of them
 */
record PathEnds(List<ObjectScan> scans, boolean several) {
    static final String NAME = "Name";
    static final String TYPE = "Type";

    PathEnds {
        scans = List.copyOf(scans);
    }

    /** The beginning of every path. */
    static PathEnds of(ObjectScan scan) {
        return new PathEnds(List.of(scan), false);
    }

    /** What messages call the object there. The same for all: which of several objects lacks something may be hidden. */
    String objectName() {
        return several || scans.size() > 1 ? NAME : scans.getFirst().object().apiName();
    }

    /** Whether a name stands for the object's own name. */
    boolean asksForObject(Name name) {
        return several && name.text().equalsIgnoreCase(TYPE);
    }

    /** Whether a name stands for the field that names the record, whatever the object calls it. */
    boolean asksForName(Name name) {
        return several && name.text().equalsIgnoreCase(NAME);
    }

    /** The field that a name means in one of the objects. */
    String field(ObjectDefinition object, Name name) {
        return asksForName(name) ? object.header().nameField() : name.text();
    }
}
