package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a tool answers.
 *
 * @param structured the result, valid against the tool's output schema
 * @param text the same for models that read text
 */
public record ToolResult(JsonNode structured, String text) {}
