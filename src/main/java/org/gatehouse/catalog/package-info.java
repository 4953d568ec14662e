/**
 * MCP servers and what each offers.
 *
 * <p>{@code ServerCatalog} decides, once per request, whether a caller may reach a server; {@code ToolInvoker} runs one tool. Tools are CDI
 * beans that implement {@link org.gatehouse.catalog.ToolHandler}; nothing here knows one by name. A tool that the caller may not call
 * answers like one that does not exist.
 */
@NullMarked
package org.gatehouse.catalog;

import org.jspecify.annotations.NullMarked;
