package org.gatehouse.catalog;

/**
 * A resource as a list shows it (MCP, server/resources).
 *
 * @param mediaType the media type of what is read
 */
public record ResourceEntry(String uri, String name, String title, String description, String mediaType) {}
