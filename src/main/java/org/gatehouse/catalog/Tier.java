package org.gatehouse.catalog;

import java.util.Set;

/** The kind of access a tool needs, and the scopes that give it. */
public enum Tier {
    READ("mcp_api.read"),
    WRITE("mcp_api.write"),
    DELETE("mcp_api.delete");

    /** The scope that covers every tier. */
    static final String ALL = "mcp_api";

    private final String scope;

    Tier(String scope) {
        this.scope = scope;
    }

    /** The narrowest scope that covers this tier. */
    public String scope() {
        return scope;
    }

    /** Whether a token with these scopes may use tools of this tier. */
    public boolean coveredBy(Set<String> scopes) {
        return scopes.contains(ALL) || scopes.contains(scope);
    }
}
