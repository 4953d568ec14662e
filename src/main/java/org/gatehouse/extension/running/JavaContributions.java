package org.gatehouse.extension.running;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatehouse.catalog.CheckedTool;
import org.gatehouse.catalog.ContentSource;
import org.gatehouse.catalog.PromptHandler;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.catalog.ToolSource;
import org.gatehouse.catalog.Tools;
import org.gatehouse.extension.running.Offered.Offer;
import org.gatehouse.query.QueryService;
import org.gatehouse.record.RecordService;

/** What deployments contribute at this moment. A name belongs to whoever brought it first, until that deployment goes. */
@Singleton
public class JavaContributions implements ToolSource, ContentSource {
    private final Provider<Tools> tools;
    private final ExtensionConfiguration configuration;
    private final Services services;
    private final Map<String, Offer> byDeployment = new LinkedHashMap<>();
    private volatile Snapshot now = new Snapshot(0, Map.of(), Map.of(), Map.of(), Map.of(), List.of());

    @Inject
    JavaContributions(Provider<Tools> tools, ExtensionConfiguration configuration, QueryService queries, RecordService records) {
        this.tools = tools;
        this.configuration = configuration;
        this.services = new Services(queries, records);
    }

    /** Offers what a deployment brings, in the place of what it brought before; what cannot be offered is logged. */
    synchronized void offer(Contribution contribution) {
        withdraw(contribution.deployment());
        Offer offer = Offered.of(contribution, new NamesInUse(), services, configuration.timeout());
        byDeployment.put(contribution.deployment(), offer);
        publish();
        offer.refusals().forEach(refusal -> ExtensionLog.LOG.refused(contribution.deployment(), refusal.what(), refusal.why()));
        ExtensionLog.LOG.contributes(contribution.deployment(), offer.names().isEmpty() ? "nothing" : String.join(", ", offer.names()));
    }

    /** Offers it no more, and lets go of the deployment's classes. Calls that run go on to their end. */
    synchronized boolean withdraw(String deployment) {
        Offer gone = byDeployment.remove(deployment);
        if (gone == null) {
            return false;
        }
        gone.takeBack();
        publish();
        ExtensionLog.LOG.withdrawn(deployment);
        return true;
    }

    @Override
    public Optional<CheckedTool> find(String name) {
        return Optional.ofNullable(now.tools().get(name));
    }

    @Override
    public List<CheckedTool> all() {
        return List.copyOf(now.tools().values());
    }

    @Override
    public String origin(String name) {
        return now.origins().getOrDefault(name, "");
    }

    @Override
    public List<String> refusals() {
        return now.refusals();
    }

    @Override
    public Optional<PromptHandler> prompt(String name) {
        return Optional.ofNullable(now.prompts().get(name));
    }

    @Override
    public Optional<ResourceHandler> resources(String name) {
        return Optional.ofNullable(now.resources().get(name));
    }

    @Override
    public List<String> prompts() {
        return List.copyOf(now.prompts().keySet());
    }

    @Override
    public List<String> families() {
        return List.copyOf(now.resources().keySet());
    }

    @Override
    public long version() {
        return now.version();
    }

    private void publish() {
        Map<String, CheckedTool> offeredTools = new TreeMap<>();
        Map<String, PromptHandler> offeredPrompts = new TreeMap<>();
        Map<String, ResourceHandler> offeredResources = new TreeMap<>();
        Map<String, String> origins = new TreeMap<>();
        List<String> refusals = new ArrayList<>();
        byDeployment.forEach((deployment, offer) -> {
            offeredTools.putAll(offer.tools());
            offeredPrompts.putAll(offer.prompts());
            offeredResources.putAll(offer.resources());
            offer.tools().keySet().forEach(name -> origins.put(name, deployment));
            offer.refusals().forEach(refusal -> refusals.add(deployment + ": " + refusal.what() + ": " + refusal.why()));
        });
        now = new Snapshot(now.version() + 1, offeredTools, offeredPrompts, offeredResources, origins, refusals);
    }

    /** Names of beans, of other sources and of other deployments. */
    private final class NamesInUse implements Offered.Taken {
        @Override
        public boolean tool(String name) {
            return tools.get().find(name).isPresent();
        }

        @Override
        public boolean prompt(String name) {
            return now.prompts().containsKey(name);
        }

        @Override
        public boolean resource(String name) {
            return now.resources().containsKey(name);
        }
    }

    private record Snapshot(
            long version, Map<String, CheckedTool> tools, Map<String, PromptHandler> prompts, Map<String, ResourceHandler> resources,
            Map<String, String> origins, List<String> refusals) {}
}
