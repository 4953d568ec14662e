/**
 * Gatehouse: hosted MCP servers over a company's records, as the signed-in person and never past that person's rights.
 *
 * <p>Packages are features. Each holds all that its feature needs, and uses only packages above it in this list:
 *
 * <ul>
 *   <li>{@code platform}: technical ground: problems, database, JSON, configuration, management
 *   <li>{@code audit}: who did what with what outcome: events, their {@code chain}, the {@code file}s that auditors read, and {@code alert}s
 *   <li>{@code identity}: users, role hierarchy, sign-in; the {@code Caller}
 *   <li>{@code metadata}: objects, fields and relationships
 *   <li>{@code permission}: profiles, permission sets, org-wide defaults; {@code EffectiveAccess} and {@code RecordFilter}
 *   <li>{@code query}: the query language: {@code syntax} (text to {@code Query}), {@code plan} (to {@code QueryPlan}), {@code sql} (to jOOQ)
 *   <li>{@code record}: creates, changes, deletes and restores records
 *   <li>{@code oauth}: the authorization server and the check of its tokens
 *   <li>{@code catalog}: MCP servers and what they offer; {@code custom} those that administrators make, {@code approval} calls that wait,
 *       {@code limit} how much may be used, {@code doctor} why an agent does not get through,
 *       {@code imported} REST services whose operations are tools ({@code openapi} reads their descriptions, {@code upstream} calls them)
 *   <li>{@code tool}: the standard tools, one bean per file; {@code custom} named queries, prompts and resources
 *   <li>{@code extension}: what Java developers write tools, prompts and resources with; {@code declared} how those are read, {@code running} how they run
 *   <li>{@code mcp}: {@code transport} (HTTP) and {@code protocol} (JSON-RPC, versions, dispatch)
 *   <li>{@code setup}: configuration as code: the setup as one document, planned, applied and compared
 *   <li>{@code console}: people's pages and the setup console
 *   <li>{@code api}: automation for administrators
 *   <li>{@code demo}: the demo organisation's records
 * </ul>
 *
 * <p>To follow one call, read {@code mcp.transport.McpEndpoint}, {@code mcp.protocol.McpDispatcher}, {@code catalog.ToolCalls},
 * {@code catalog.ToolInvoker}, {@code tool.SoqlQueryTool}, {@code query.QueryService}, and then the three steps of a query. {@code ArchitectureTest} holds the list true.
 */
@NullMarked
package org.gatehouse;

import org.jspecify.annotations.NullMarked;
