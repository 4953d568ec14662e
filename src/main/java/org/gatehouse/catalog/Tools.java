package org.gatehouse.catalog;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.oauth.client.ServerAccess;

/** The tools of this deployment: every bean that implements {@link ToolHandler}. */
@Singleton
class Tools {
    private final Map<String, ToolHandler> byName = new HashMap<>();

    @Inject
    Tools(@Any Instance<ToolHandler> beans) {
        this((Iterable<ToolHandler>) beans);
    }

    Tools(Iterable<ToolHandler> handlers) {
        for (ToolHandler handler : handlers) {
            String name = handler.definition().name();
            if (byName.put(name, handler) != null) {
                throw new IllegalStateException("Two tools are named " + name + "; a tool's name is how clients call it.");
            }
        }
    }

    /** Every tool, in no particular order. */
    Iterable<ToolHandler> all() {
        return byName.values();
    }

    /**
     * The tools of a server that need one of these tiers and that the client may call, in the order in which the server lists them. A client's
     * list of tools is not a lack of scope: what it leaves out is not there.
     */
    Map<String, ToolHandler> of(StandardServer server, List<Tier> tiers, ServerAccess client) {
        Map<String, ToolHandler> offered = new LinkedHashMap<>();
        for (String name : server.tools()) {
            ToolHandler handler = byName.get(name);
            if (handler != null && tiers.contains(handler.definition().tier()) && client.includes(server.serverName(), name)) {
                offered.put(name, handler);
            }
        }
        return offered;
    }
}
