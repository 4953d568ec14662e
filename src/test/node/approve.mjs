// Connects an official client that can show its person a page, makes one call that needs approval, and waits for the person.
// Arguments: the SDK (v2-auto), the MCP server's URL, and the call as JSON. Prints one JSON object per line, the page among them;
// a line on standard input says that the person is back from it.
import { createInterface } from 'node:readline';
import { connect } from './connect.mjs';

const [sdk, serverUrl, call] = process.argv.slice(2);
const shown = [];
const { client, end } = await connect(sdk, serverUrl, { elicitation: { url: {} } }, (made) => {
    made.setRequestHandler('elicitation/create', async (request) => {
        shown.push(request.params);
        console.log(JSON.stringify({ approve: request.params.url }));
        const input = createInterface({ input: process.stdin });
        await new Promise((resolve) => input.once('line', resolve));
        input.close();
        return { action: 'accept' };
    });
});
const result = await client.callTool(JSON.parse(call));
console.log(JSON.stringify({ shown, result: result.structuredContent ?? null, isError: result.isError ?? false, text: result.content[0].text }));
await end();
process.exit(0);
