package org.gatehouse.platform.management;

import org.gatehouse.platform.configuration.Deployment;

/** What the log says once the server is ready: where it is and, in demo mode, how to connect a first agent. */
final class StartupGuide {
    private static final String SERVER = "/mcp/v1/platform/object-reads";

    private StartupGuide() {}

    static String text(Deployment deployment) {
        return deployment.demo() ? demo(deployment.url(SERVER)) : "";
    }

    private static String demo(String server) {
        return """

              MCP server     %1$s
              Sign in as     rep.west.1, password gatehouse (the demo organisation; everybody's password is the same)
              MCP Inspector  npx @modelcontextprotocol/inspector --cli %1$s --transport http --client-id inspector --method tools/list
              Claude Code    claude mcp add --transport http --client-id claude --callback-port 8085 gatehouse %1$s
            """
                .formatted(server)
                .stripTrailing();
    }
}
