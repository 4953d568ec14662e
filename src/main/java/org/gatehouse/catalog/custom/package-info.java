/**
 * MCP servers that administrators make of tools, named queries, prompts and resources.
 *
 * <p>Start with {@link org.gatehouse.catalog.custom.ServerDocument}: a server is one document, which is edited as a draft, published as a version
 * with a digest, exported and imported. {@link org.gatehouse.catalog.custom.CustomServerService} does that, and {@link
 * org.gatehouse.catalog.custom.PublishedDocuments} gives the catalog what was published last.
 *
 * <p>It refuses a document that offers two things under one name, a query that is none, an argument that no query uses, hints that make a tool look
 * more harmless than it is, and text with characters that nobody sees.
 *
 * <p>The decision that shaped it: a document holds its queries and prompts itself. Shared ones lost, because an edit of one would have changed
 * servers that nobody looked at, and a published version would not have been what its digest says.
 */
@NullMarked
package org.gatehouse.catalog.custom;

import org.jspecify.annotations.NullMarked;
