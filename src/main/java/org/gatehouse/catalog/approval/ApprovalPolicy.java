package org.gatehouse.catalog.approval;

import java.util.Set;

/**
 * Which tools of a server run only with the person's approval.
 *
 * @param scope a kind of tools
 * @param tools more of them, by name
 */
public record ApprovalPolicy(Scope scope, Set<String> tools) {
    /** That of a server which nobody gave another: what destroys needs the person. */
    public static final ApprovalPolicy DEFAULT = new ApprovalPolicy(Scope.DESTRUCTIVE, Set.of());

    /** No tool needs it. */
    public static final ApprovalPolicy NONE = new ApprovalPolicy(Scope.NAMED, Set.of());

    public ApprovalPolicy {
        tools = Set.copyOf(tools);
    }

    /** A kind of tools. */
    public enum Scope {
        /** Those that are named, and no others. */
        NAMED,
        /** Those that are annotated as destructive. */
        DESTRUCTIVE,
        /** Those that are not annotated as reading only. */
        CHANGES
    }

    /** Whether a tool with these annotations needs it. */
    public boolean requires(String tool, boolean readOnly, boolean destructive) {
        return tools.contains(tool)
                || switch (scope) {
                    case NAMED -> false;
                    case DESTRUCTIVE -> destructive;
                    case CHANGES -> !readOnly;
                };
    }
}
