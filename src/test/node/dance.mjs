// Connects an official client, OAuth included, lists the tools and runs one query.
// Arguments: the SDK (v1, v2 or v2-auto), the MCP server's URL, the query. Prints one JSON object per line.
import { Callback, Provider } from './provider.mjs';

const [sdk, serverUrl, query] = process.argv.slice(2);

const { Client, Transport, Unauthorized, options } = sdk === 'v1'
    ? {
        Client: (await import('@modelcontextprotocol/sdk/client/index.js')).Client,
        Transport: (await import('@modelcontextprotocol/sdk/client/streamableHttp.js')).StreamableHTTPClientTransport,
        Unauthorized: (await import('@modelcontextprotocol/sdk/client/auth.js')).UnauthorizedError,
        options: {},
    }
    : await import('@modelcontextprotocol/client').then((m) => ({
        Client: m.Client,
        Transport: m.StreamableHTTPClientTransport,
        Unauthorized: m.UnauthorizedError,
        options: sdk === 'v2-auto' ? { versionNegotiation: { mode: 'auto' } } : {},
    }));

const callback = new Callback();
await callback.listen();
const provider = new Provider(callback.url);
const connect = async (transport) => {
    const client = new Client({ name: 'client-tests', version: '1.0.0' }, options);
    await client.connect(transport);
    return client;
};

let client;
const first = new Transport(new URL(serverUrl), { authProvider: provider });
try {
    client = await connect(first);
    throw new Error('connected without a token');
} catch (error) {
    if (!(error instanceof Unauthorized)) throw error;
    const answer = await callback.arrived;
    if (answer.get('state') !== provider.expectedState) throw new Error('state does not match');
    if (answer.has('error')) throw new Error(`refused: ${answer.get('error')}`);
    await first.finishAuth(sdk === 'v1' ? answer.get('code') : answer);
    client = await connect(new Transport(new URL(serverUrl), { authProvider: provider }));
}

const { tools } = await client.listTools();
const result = await client.callTool({ name: 'soqlQuery', arguments: { query } });
console.log(JSON.stringify({
    server: client.getServerVersion(),
    protocol: client.getNegotiatedProtocolVersion?.() ?? null,
    tools: tools.map((tool) => tool.name),
    result: result.structuredContent,
    isError: result.isError ?? false,
}));
await client.close();
callback.close();
