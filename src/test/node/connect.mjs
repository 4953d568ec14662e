// Connects an official client, OAuth included. The SDK is v1, v2, v2-auto or v2-pinned; prepare gets each client before it connects.
import { Callback, Provider } from './provider.mjs';

export async function connect(sdk, serverUrl, capabilities = {}, prepare = () => {}) {
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
            options: {
                v2: {},
                'v2-auto': { versionNegotiation: { mode: 'auto' } },
                'v2-pinned': { versionNegotiation: { mode: { pin: '2026-07-28' } } },
            }[sdk],
        }));

    const callback = new Callback();
    await callback.listen();
    const provider = new Provider(callback.url);
    const through = async (transport) => {
        const client = new Client({ name: 'client-tests', version: '1.0.0' }, { ...options, capabilities });
        prepare(client);
        await client.connect(transport);
        return client;
    };

    const first = new Transport(new URL(serverUrl), { authProvider: provider });
    try {
        await through(first);
    } catch (error) {
        if (!(error instanceof Unauthorized)) throw error;
        const answer = await callback.arrived;
        if (answer.get('state') !== provider.expectedState) throw new Error('state does not match');
        if (answer.has('error')) throw new Error(`refused: ${answer.get('error')}`);
        await first.finishAuth(sdk === 'v1' ? answer.get('code') : answer);
        const client = await through(new Transport(new URL(serverUrl), { authProvider: provider }));
        return {
            client,
            end: async () => {
                await client.close();
                callback.close();
            },
        };
    }
    throw new Error('connected without a token');
}
