package org.gatehouse.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.SortedMap;

/** One kind of things in a setup, such as limits. */
interface SetupPart {
    /** Its name in documents. */
    String name();

    /** All things of the kind, by name, without what only the database knows: versions, ids and what is read only. */
    SortedMap<String, JsonNode> current();

    /**
     * A thing of a document as {@link #current} would show it, so that the two can be compared.
     *
     * @throws org.gatehouse.platform.problem.ProblemException if it has not the right form
     */
    JsonNode normal(String thing, ObjectNode written);

    /** Makes a thing, or changes the one of that name. */
    void put(String thing, ObjectNode written, SetupAuthor author);

    /** Whether things of the kind can be taken away. */
    boolean removes();

    /** Takes a thing away. */
    void remove(String thing, SetupAuthor author);

    /** The things of the same kind that must be there before this one. */
    default Set<String> needs(JsonNode written) {
        return Set.of();
    }
}
