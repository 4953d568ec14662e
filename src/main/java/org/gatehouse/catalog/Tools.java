package org.gatehouse.catalog;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.oauth.client.ServerAccess;

/** The tools of this deployment: every bean that implements {@link ToolHandler}. Two of one name, or a schema that does not compile, stop the start. */
@Singleton
public class Tools {
    private final Map<String, CheckedTool> byName = new HashMap<>();

    @Inject
    Tools(@Any Instance<ToolHandler> beans) {
        this((Iterable<ToolHandler>) beans);
    }

    Tools(Iterable<ToolHandler> handlers) {
        for (ToolHandler handler : handlers) {
            String name = handler.definition().name();
            if (byName.put(name, CheckedTool.of(handler)) != null) {
                throw new IllegalStateException("Two tools are named " + name + "; a tool's name is how clients call it.");
            }
        }
    }

    /** The tool of this name. */
    public Optional<CheckedTool> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
