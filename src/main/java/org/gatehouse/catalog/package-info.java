/**
 * MCP servers and what each offers.
 *
 * <p>Start with {@link org.gatehouse.catalog.ServerCatalog}: it turns a server's name and a caller into an {@link
 * org.gatehouse.catalog.McpServer}, or refuses. {@link org.gatehouse.catalog.ToolCalls} calls one tool of it, with the person's approval where
 * that is needed, {@link org.gatehouse.catalog.ToolInvoker} runs it in a transaction, {@link
 * org.gatehouse.catalog.ContentReader} fills in a prompt or reads a resource. Tools are CDI beans that implement {@link
 * org.gatehouse.catalog.ToolHandler}; a server offers a tool of its list as soon as such a bean exists. What a server offers is a {@link
 * org.gatehouse.catalog.ServerDefinition}: of {@link org.gatehouse.catalog.StandardServer}, published by an administrator (package {@code custom}), or offered by another deployment
 * ({@link org.gatehouse.catalog.ServerContributions}). Tools that come and go, such as operations of imported services (package {@code imported}), have a {@link org.gatehouse.catalog.ToolSource}. What answers are made of is in {@code content}, what a call may say to its client in {@code dialogue};
 * why an agent does not get through says {@code doctor}.
 *
 * <p>It refuses, in this order: a server that is unknown or inactive (the same answer), a token made for another server, a client whose app
 * policy does not admit the person, a token that covers none of the server's tiers. A tool that the caller may not call answers like one that
 * does not exist.
 *
 * <p>The decision that shaped it: admission yields a type. An {@code McpServer} can only come from the catalog and holds only what its caller
 * may call, so listing and calling cannot disagree. A check beside each use lost, because the next use would forget it.
 */
@NullMarked
package org.gatehouse.catalog;

import org.jspecify.annotations.NullMarked;
