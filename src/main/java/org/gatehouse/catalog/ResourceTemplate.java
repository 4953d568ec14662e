package org.gatehouse.catalog;

import java.util.List;

/**
 * A family of resources as a list shows it (MCP, server/resources).
 *
 * @param uriTemplate with variables in braces (RFC 6570, level 1)
 * @param mediaType the media type of what is read
 * @param icons pictures that clients may show
 */
public record ResourceTemplate(String uriTemplate, String name, String title, String description, String mediaType, List<Icon> icons) {
    public ResourceTemplate {
        icons = List.copyOf(icons);
    }

    /** One without pictures. */
    public ResourceTemplate(String uriTemplate, String name, String title, String description, String mediaType) {
        this(uriTemplate, name, title, description, mediaType, List.of());
    }
}
