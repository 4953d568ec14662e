package org.gatehouse.extension.running;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.catalog.CheckedTool;
import org.gatehouse.catalog.PromptDefinition;
import org.gatehouse.catalog.PromptHandler;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.extension.declared.Contributed;
import org.gatehouse.extension.declared.Contributed.Completed;
import org.gatehouse.extension.declared.Declarations;
import org.gatehouse.extension.declared.Declarations.Refusal;
import org.gatehouse.extension.running.Contribution.ContributedBean;

/** What one deployment offers, made of its contribution. */
final class Offered {
    private final Map<String, CheckedTool> tools = new LinkedHashMap<>();
    private final Map<String, PromptHandler> prompts = new LinkedHashMap<>();
    private final Map<String, ResourceHandler> resources = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Lent<JavaMethod>> lent = new ArrayList<>();
    private final Completions completions = new Completions();
    private final Contribution contribution;
    private final Taken taken;
    private final Services services;
    private final Duration timeout;

    private Offered(Contribution contribution, Taken taken, Services services, Duration timeout) {
        this.contribution = contribution;
        this.taken = taken;
        this.services = services;
        this.timeout = timeout;
    }

    /** The names that others have. */
    interface Taken {
        boolean tool(String name);

        boolean prompt(String name);

        boolean resource(String name);
    }

    static Offer of(Contribution contribution, Taken taken, Services services, Duration timeout) {
        Offered offered = new Offered(contribution, taken, services, timeout);
        JavaValues values = new JavaValues(contribution.loader());
        Map<Contributed, ContributedBean> all = new LinkedHashMap<>();
        for (ContributedBean bean : contribution.beans()) {
            Declarations declared = read(bean.type());
            offered.refusals.addAll(declared.refusals());
            declared.contributed().forEach(one -> all.put(one, bean));
        }
        // A completion may stand before what it completes, and in another bean.
        all.forEach((one, bean) -> {
            if (one instanceof Contributed.Completion completion) {
                offered.addCompletion(completion, bean, values);
            }
        });
        all.forEach((one, bean) -> {
            if (one instanceof Contributed.Offerable offerable) {
                offered.add(offerable, bean, values);
            }
        });
        offered.refusals.addAll(offered.completions.refusals());
        return new Offer(
                Map.copyOf(offered.tools), Map.copyOf(offered.prompts), Map.copyOf(offered.resources), List.copyOf(offered.refusals), List.copyOf(offered.lent));
    }

    /** A class that needs another which is not there takes nothing else with it. */
    private static Declarations read(Class<?> type) {
        try {
            return Declarations.of(type);
        } catch (LinkageError e) {
            return new Declarations(List.of(), List.of(new Refusal(type.getName(), "a class that it needs is missing: " + e.getMessage())));
        }
    }

    private void addCompletion(Contributed.Completion declared, ContributedBean bean, JavaValues values) {
        Lent<JavaMethod> code = new Lent<>(new JavaMethod(declared, bean, contribution.loader(), values));
        lent.add(code);
        completions.add(declared, new JavaCompletion(code, new DeveloperThreads(declared.name() + "-" + declared.completes(), timeout), services));
    }

    private void add(Contributed.Offerable declared, ContributedBean bean, JavaValues values) {
        Lent<JavaMethod> code = new Lent<>(new JavaMethod(declared, bean, contribution.loader(), values));
        DeveloperThreads threads = new DeveloperThreads(declared.name(), timeout);
        String name = declared.name();
        boolean clash = switch (declared) {
            case Contributed.Tool tool -> taken.tool(name) || tools.containsKey(name);
            case Contributed.Prompt prompt -> taken.prompt(name) || prompts.containsKey(name);
            case Contributed.Resource resource -> taken.resource(name) || resources.containsKey(name);
        };
        if (clash) {
            refusals.add(new Refusal(
                    bean.type().getName() + "." + declared.method().getName(), "the name '" + name + "' is taken; give it another in its annotation"));
            return;
        }
        lent.add(code);
        switch (declared) {
            case Contributed.Tool tool -> tools.put(name, CheckedTool.of(new JavaTool(tool.definition(), tool.answer(), code, threads, services)));
            case Contributed.Prompt prompt -> prompts.put(name, new JavaPrompt(prompt.definition(), completions(prompt), code, threads, services));
            case Contributed.Resource resource -> resources.put(name, new JavaResource(resource, completions(resource), code, threads, services));
        }
    }

    private Map<String, JavaCompletion> completions(Contributed.Prompt prompt) {
        return completions.take(Completed.PROMPT, prompt.name(), prompt.definition().arguments().stream().map(PromptDefinition.Argument::name).toList());
    }

    private Map<String, JavaCompletion> completions(Contributed.Resource resource) {
        return completions.take(Completed.TEMPLATE, resource.name(), resource.uri().variables());
    }

    /**
     * What it came to.
     *
     * @param refusals what is not offered, and why
     * @param lent what holds the deployment's classes
     */
    record Offer(
            Map<String, CheckedTool> tools, Map<String, PromptHandler> prompts, Map<String, ResourceHandler> resources, List<Refusal> refusals,
            List<Lent<JavaMethod>> lent) {
        /** All names, for the log. */
        List<String> names() {
            return Stream.of(tools, prompts, resources).flatMap(kind -> kind.keySet().stream()).sorted().toList();
        }

        void takeBack() {
            lent.forEach(Lent::takeBack);
        }
    }
}
