package org.gatehouse.catalog;

import java.util.List;

/** The servers that administrators made, each as it was published last; read from the database. */
public interface PublishedServers {
    /** All of them, by name; one that cannot be read any more is left out and logged. */
    List<ServerDefinition> all();
}
