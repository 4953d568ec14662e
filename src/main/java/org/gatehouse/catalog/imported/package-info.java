/**
 * REST services that administrators imported, and the tools that their operations are.
 *
 * <p>Start with {@link org.gatehouse.catalog.imported.ImportService}: a service is a base URL, the audience of its tokens, an OpenAPI description given as text and
 * the operations of it that are offered. {@link org.gatehouse.catalog.imported.ImportedTools} gives the catalog one tool for each, which custom servers then offer
 * by name; {@link org.gatehouse.catalog.imported.OperationTool} is such a tool.
 *
 * <p>It refuses a base URL that the operator does not allow, an audience that is one of Gatehouse's own, an operation that cannot be sent as described, and taking
 * away a tool that a published server offers.
 *
 * <p>The decision that shaped it: the description is kept as it was given and the tools are made of it anew. Tools that are stored lost, because a later release
 * that reads descriptions more strictly would not have reached them.
 */
@NullMarked
package org.gatehouse.catalog.imported;

import org.jspecify.annotations.NullMarked;
