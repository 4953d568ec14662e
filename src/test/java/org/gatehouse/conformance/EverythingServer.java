package org.gatehouse.conformance;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatehouse.catalog.CheckedTool;
import org.gatehouse.catalog.PromptHandler;
import org.gatehouse.catalog.ServerContributions;
import org.gatehouse.catalog.ServerDefinition;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.content.Content;

/** Offers the suite's server to Gatehouse while this deployment is there. */
@Startup
@Singleton
@Lock(LockType.READ)
public class EverythingServer {
    static final String NAME = "conformance/everything";

    private final AtomicInteger changesOfTools = new AtomicInteger();
    private final AtomicInteger changesOfPrompts = new AtomicInteger();

    @EJB(lookup = "java:global/gatehouse/ServerContributions")
    ServerContributions contributions;

    @PostConstruct
    void offer() {
        contributions.offer(definition());
    }

    @PreDestroy
    void withdraw() {
        contributions.withdraw(NAME);
    }

    private ServerDefinition definition() {
        List<CheckedTool> tools = new ArrayList<>(PlainTools.all());
        tools.addAll(AskingTools.all());
        tools.add(FixtureTool.of("test_trigger_tool_change", "Changes the list of tools.", call -> {
            changesOfTools.incrementAndGet();
            offer();
            return FixtureTool.text("Changed.");
        }));
        tools.add(FixtureTool.of("test_trigger_prompt_change", "Changes the list of prompts.", call -> {
            changesOfPrompts.incrementAndGet();
            offer();
            return FixtureTool.text("Changed.");
        }));
        if (changesOfTools.get() % 2 == 1) {
            tools.add(FixtureTool.of("test_tool_that_comes_and_goes", "Is here at times.", call -> FixtureTool.text("Here.")));
        }
        List<PromptHandler> prompts = new ArrayList<>(FixturePrompt.all());
        if (changesOfPrompts.get() % 2 == 1) {
            prompts.add(FixturePrompt.of("test_prompt_that_comes_and_goes", call -> List.of(new Content.Text("Here."))));
        }
        return new ServerDefinition(
                NAME, "Everything", "All that the protocol can do, for the conformance suite.", List.of(Tier.READ), tools, prompts,
                List.of(new FixtureResources()), "");
    }
}
