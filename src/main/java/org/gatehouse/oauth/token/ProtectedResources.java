package org.gatehouse.oauth.token;

import java.util.List;
import java.util.Optional;

/** The resources that tokens are issued for. The catalog of MCP servers implements it; OAuth knows no servers of its own. */
public interface ProtectedResources {
    /**
     * The active resource at a path of this installation.
     *
     * @param path for example {@code /mcp/v1/platform/object-reads}, without a trailing slash
     * @return empty if there is none or if it is inactive: nobody can tell the two apart
     */
    Optional<ProtectedResource> find(String path);

    /** All active resources, in a stable order. */
    List<ProtectedResource> all();
}
