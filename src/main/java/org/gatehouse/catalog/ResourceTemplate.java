package org.gatehouse.catalog;

/**
 * A family of resources as a list shows it (MCP, server/resources).
 *
 * @param uriTemplate with variables in braces (RFC 6570, level 1)
 * @param mediaType the media type of what is read
 */
public record ResourceTemplate(String uriTemplate, String name, String title, String description, String mediaType) {}
