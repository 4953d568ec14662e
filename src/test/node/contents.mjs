// Connects an official client and uses a server's tools, prompts, resources and completion.
// Arguments: the SDK (v1, v2 or v2-auto), the MCP server's URL, and what to use, as JSON:
// tool with arguments, prompt with arguments, uri, and ref with argument for completion. Prints one JSON object per line.
import { connect } from './connect.mjs';

const [sdk, serverUrl, uses] = process.argv.slice(2);
const { tool, prompt, uri, hiddenUri, completion } = JSON.parse(uses);
const { client, end } = await connect(sdk, serverUrl);

const refused = async (call) => {
    try {
        await call();
        return null;
    } catch (error) {
        return { code: error.code, message: error.message };
    }
};

console.log(JSON.stringify({
    capabilities: client.getServerCapabilities(),
    instructions: client.getInstructions(),
    tools: (await client.listTools()).tools.map((it) => it.name),
    called: (await client.callTool(tool)).structuredContent,
    prompts: (await client.listPrompts()).prompts.map((it) => it.name),
    filled: (await client.getPrompt(prompt)).messages.map((it) => it.content.text),
    resources: (await client.listResources()).resources.map((it) => it.uri),
    templates: (await client.listResourceTemplates()).resourceTemplates.map((it) => it.uriTemplate),
    read: JSON.parse((await client.readResource({ uri })).contents[0].text),
    hidden: await refused(() => client.readResource({ uri: hiddenUri })),
    completed: (await client.complete(completion)).completion.values,
}));
await end();
