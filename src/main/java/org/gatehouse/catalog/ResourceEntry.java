package org.gatehouse.catalog;

import java.util.List;

/**
 * A resource as a list shows it (MCP, server/resources).
 *
 * @param mediaType the media type of what is read
 * @param icons pictures that clients may show
 */
public record ResourceEntry(String uri, String name, String title, String description, String mediaType, List<Icon> icons) {
    public ResourceEntry {
        icons = List.copyOf(icons);
    }

    /** One without pictures. */
    public ResourceEntry(String uri, String name, String title, String description, String mediaType) {
        this(uri, name, title, description, mediaType, List.of());
    }
}
