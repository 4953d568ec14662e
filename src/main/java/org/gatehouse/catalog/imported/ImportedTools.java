package org.gatehouse.catalog.imported;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.catalog.CheckedTool;
import org.gatehouse.catalog.ToolSource;
import org.gatehouse.catalog.openapi.DescribedOperation;
import org.gatehouse.catalog.openapi.Description;
import org.gatehouse.catalog.upstream.ServiceUrl;
import org.gatehouse.catalog.upstream.Upstream;

/** The tools that the operations of imported services are, made once per change of a service. */
@Singleton
class ImportedTools implements ToolSource {
    private final ImportedServiceStore store;
    private final Upstream upstream;
    private volatile Snapshot latest = new Snapshot(0, Map.of(), Map.of());

    @Inject
    ImportedTools(ImportedServiceStore store, Upstream upstream) {
        this.store = store;
        this.upstream = upstream;
    }

    @Override
    public Optional<CheckedTool> find(String name) {
        // No other tool has an underscore in its name, so looking for those reads nothing.
        return name.indexOf('_') < 0 ? Optional.empty() : Optional.ofNullable(now().tools().get(name));
    }

    @Override
    public List<CheckedTool> all() {
        return List.copyOf(now().tools().values());
    }

    @Override
    public long version() {
        return now().number();
    }

    /** Reads a few short marks, and the services only if one of them is another. */
    private synchronized Snapshot now() {
        Map<String, String> revisions = store.revisions();
        if (!revisions.equals(latest.revisions())) {
            latest = new Snapshot(latest.number() + 1, revisions, read());
        }
        return latest;
    }

    private Map<String, CheckedTool> read() {
        Map<String, CheckedTool> tools = new LinkedHashMap<>();
        for (StoredService service : store.all()) {
            try {
                tools(service).forEach(tool -> tools.put(tool.definition().name(), tool));
            } catch (RuntimeException e) {
                ImportLog.LOG.unusable(service.name(), e);
            }
        }
        return tools;
    }

    /** An operation that an earlier release read and this one does not is left out, and no other. */
    private Stream<CheckedTool> tools(StoredService service) {
        Description description = Description.read(service.description());
        ServiceUrl url = ServiceUrl.parse(service.baseUrl()).orElseThrow();
        String revision = service.changedAt() + " " + service.version();
        return service.operations().stream().flatMap(offered -> description.find(offered.key()).flatMap(DescribedOperation::operation).stream()
                .map(operation -> CheckedTool.of(
                        OperationTool.of(service.name(), revision, operation, offered, tier -> upstream.of(url, service.audience(), operation, tier)))));
    }

    private record Snapshot(long number, Map<String, String> revisions, Map<String, CheckedTool> tools) {}
}
