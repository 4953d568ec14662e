package org.gatehouse.catalog;

/** A resource as a list shows it (MCP, server/resources); all of ours are JSON. */
public record ResourceEntry(String uri, String name, String title, String description) {
    /** The media type of what is read (RFC 8259 section 11). */
    public static final String MEDIA_TYPE = "application/json";
}
