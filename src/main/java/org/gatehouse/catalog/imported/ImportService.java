package org.gatehouse.catalog.imported;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.catalog.custom.CustomServerService;
import org.gatehouse.catalog.imported.ImportedService.OfferedTool;
import org.gatehouse.catalog.openapi.DescribedOperation;
import org.gatehouse.catalog.openapi.Description;
import org.gatehouse.catalog.upstream.ServiceUrl;
import org.gatehouse.catalog.upstream.UpstreamConfiguration;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Imports services, changes and deletes them, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class ImportService {
    @Inject
    ImportedServiceStore store;

    @Inject
    UpstreamConfiguration upstream;

    @Inject
    Deployment deployment;

    @Inject
    SetupTrail trail;

    @EJB
    CustomServerService servers;

    /** All of them, by name. */
    public List<ImportedService> all() {
        return store.all().stream().map(ImportService::seen).toList();
    }

    /** One; not found if there is none of this name. */
    public ImportedService one(String name) {
        return seen(require(name));
    }

    /** The text of a service's description, as it was given. */
    public String description(String name) {
        return require(name).description();
    }

    /**
     * What an import of a description would give. Nothing is changed.
     *
     * @param name the service that the description is compared with; nothing for a new one
     */
    public ServicePreview preview(@Nullable String name, @Nullable String description) {
        Optional<StoredService> present = name == null ? Optional.empty() : Optional.of(require(name));
        return new Previews(present).of(Description.read(description));
    }

    /** Imports a service. Its tools are reached by nobody before a server offers them. */
    public ImportedService create(@Nullable String name, ServiceSettings settings, String author) {
        ServiceCheck check = new ServiceCheck(upstream, deployment);
        check.name(name);
        Description description = Description.read(settings.description());
        check.check(settings, description);
        String checked = String.valueOf(name);
        return change("service.import", checked, () -> store.create(stored(checked, settings, description.text(), 1, author)));
    }

    /** Changes a service at the version it was read at, or imports its description anew. Servers that offer its tools have what is new with the next request. */
    public ImportedService edit(String name, int version, ServiceSettings settings, String author) {
        StoredService before = require(name);
        Description description = settings.description() == null ? Description.read(before.description()) : Description.read(settings.description());
        new ServiceCheck(upstream, deployment).check(settings, description);
        StoredService after = stored(name, settings, description.text(), version, author);
        Set<String> gone = new HashSet<>(toolNames(before));
        gone.removeAll(toolNames(after));
        requireUnused(gone);
        return change("service.edit", name, () -> store.edit(after));
    }

    /** Deletes a service whose tools no published server offers. */
    public void delete(String name, int version) {
        requireUnused(toolNames(require(name)));
        trail.change(EventType.SETUP_AUDIT_TRAIL, "service.delete", name, () -> state(name), () -> store.delete(name, version));
    }

    private ImportedService change(String action, String name, Runnable change) {
        return trail.change(EventType.SETUP_AUDIT_TRAIL, action, name, () -> state(name), () -> {
            change.run();
            return one(name);
        });
    }

    private Optional<ImportedService> state(String name) {
        return store.find(name).map(ImportService::seen);
    }

    private StoredService require(String name) {
        return store.find(name).orElseThrow(() -> new ProblemException(
                new Problem.NotFound(Problem.Thing.SERVER, name, "There is no imported service of this name.")));
    }

    /** A tool that vanished from under a server would look to its agents like a fault. */
    private void requireUnused(Set<String> tools) {
        List<String> offering = tools.isEmpty() ? List.of() : servers.offering(tools);
        if (!offering.isEmpty()) {
            throw new ProblemException(new Problem.Conflict(
                    "Published servers offer tools that would be gone: " + String.join(", ", offering) + ". Publish these servers without them first. The tools are "
                            + tools.stream().sorted().collect(Collectors.joining(", ")) + "."));
        }
    }

    private static Set<String> toolNames(StoredService service) {
        return seen(service).tools().stream().map(OfferedTool::tool).collect(Collectors.toSet());
    }

    /** Settings that were checked, as they are kept. */
    private static StoredService stored(String name, ServiceSettings settings, String description, int version, String author) {
        return new StoredService(
                name, ServiceUrl.parse(settings.baseUrl()).orElseThrow().toString(), String.valueOf(settings.audience()), description, settings.operations(), version, "",
                author);
    }

    /** A service whose description an earlier release read and this one does not has no tools, and can be imported anew or deleted. */
    private static ImportedService seen(StoredService service) {
        Optional<Description> description = Description.readable(service.description());
        List<OfferedTool> tools = service.operations().stream()
                .flatMap(offered -> description.flatMap(it -> it.find(offered.key())).flatMap(DescribedOperation::operation).stream().map(operation -> new OfferedTool(
                        operation.key(), OperationTool.name(service.name(), operation), OperationTool.tier(operation, offered))))
                .toList();
        return new ImportedService(
                service.name(), service.baseUrl(), service.audience(), description.map(Description::title).orElse(""),
                description.map(Description::version).orElse(""), OpaqueToken.sha256(service.description()), service.operations(), tools, service.version(),
                service.changedAt(), service.changedBy());
    }
}
