// Connects an official client, lists the tools and runs one query.
// Arguments: the SDK (v1, v2, v2-auto or v2-pinned), the MCP server's URL, the query. Prints one JSON object per line.
import { connect } from './connect.mjs';

const [sdk, serverUrl, query] = process.argv.slice(2);
const { client, end } = await connect(sdk, serverUrl);

const { tools } = await client.listTools();
const result = await client.callTool({ name: 'soqlQuery', arguments: { query } });
console.log(JSON.stringify({
    server: client.getServerVersion(),
    protocol: client.getNegotiatedProtocolVersion?.() ?? null,
    tools: tools.map((tool) => tool.name),
    result: result.structuredContent,
    isError: result.isError ?? false,
}));
await end();
