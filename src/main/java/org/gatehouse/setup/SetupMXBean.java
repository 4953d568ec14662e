package org.gatehouse.setup;

/** What an operator does with the whole setup over JMX, under {@code org.gatehouse:type=Setup}. Documents are JSON text, and have no secrets. */
public interface SetupMXBean {
    /** When a document was applied last and by whom; empty if none was. */
    String getLastApplied();

    /** The setup as a document. */
    String export();

    /** What applying a document would do, with the basis to apply it on. */
    String plan(String document, boolean prune);

    /**
     * Applies a document, all of it or nothing.
     *
     * @param prune whether things are taken away that a part of the document does not name
     * @param basis that of the plan
     */
    String apply(String document, boolean prune, String basis);

    /** What has changed since a document was applied last. */
    String drift();
}
