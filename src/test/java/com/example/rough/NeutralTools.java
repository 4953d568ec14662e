package com.example.rough;

import org.mcpjava.server.tools.Tool;
import org.mcpjava.server.tools.ToolArg;

/** A tool that was written for the neutral API. */
public class NeutralTools {
    @Tool(name = "add", title = "Add", description = "Adds two numbers.", annotations = @Tool.Annotations(readOnlyHint = true, openWorldHint = false))
    public int sum(@ToolArg(description = "The first.") int first, @ToolArg(name = "second", defaultValue = "1") int other) {
        return first + other;
    }
}
