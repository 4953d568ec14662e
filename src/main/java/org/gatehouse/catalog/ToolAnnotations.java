package org.gatehouse.catalog;

/** Hints for the client about a tool's behaviour (MCP, ToolAnnotations). They inform; permission is decided elsewhere. */
public record ToolAnnotations(boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {
    /** A tool that only reads the company's own records. */
    public static final ToolAnnotations READ = new ToolAnnotations(true, false, true, false);

    /** What a tool is taken for that says nothing (MCP, ToolAnnotations: the defaults). */
    public static final ToolAnnotations UNSAID = new ToolAnnotations(false, true, false, true);
}
