package org.gatehouse.catalog;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gatehouse.audit.ArgumentsDigest;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.platform.database.RunningCalls;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Fills in prompts and reads resources, each in a transaction of its own. */
@Stateless
public class ContentReader {
    @Inject
    RunningCalls running;

    @Inject
    EventSeal seal;

    /**
     * Fills in a prompt that the server offers to its caller.
     *
     * @throws ProblemException not found if the server does not offer it, whatever the reason; and what the prompt refuses
     */
    public List<PromptMessage> prompt(McpServer server, String name, Map<String, String> arguments, Dialogue dialogue, AuditDraft audit) {
        audit.arguments(new ArgumentsDigest(arguments.keySet().stream().sorted().toList(), seal.of(arguments.toString())));
        PromptHandler prompt = server.prompt(name);
        return running.run(server.caller().origin(), audit.requestId(), () -> prompt.messages(new PromptCall(server.caller(), arguments, dialogue, audit)));
    }

    /**
     * Reads a resource that the server offers to its caller.
     *
     * @throws ProblemException not found for an unknown URI and for one whose content the caller may not see: the same answer
     */
    public ResourceContent read(McpServer server, String uri, Dialogue dialogue, AuditDraft audit) {
        audit.arguments(new ArgumentsDigest(List.of("uri"), seal.of(uri)));
        return running.run(server.caller().origin(), audit.requestId(), () -> server.resources().stream()
                .flatMap(family -> family.read(new ResourceCall(server.caller(), uri, dialogue, audit)).stream())
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem.NotFound(Problem.Thing.RESOURCE, uri, "There is no resource of this URI."))));
    }

    /** The resources that are worth listing for the server's caller. */
    public List<ResourceEntry> list(McpServer server, AuditDraft audit) {
        return running.run(server.caller().origin(), audit.requestId(), () -> server.resources().stream().flatMap(family -> family.list(server.caller()).stream()).toList());
    }

    /** Values for an argument of a prompt. */
    public List<String> completePrompt(McpServer server, String name, String argument, String begun, Dialogue dialogue, AuditDraft audit) {
        return complete(server, new CompletionCall(server.caller(), argument, begun, dialogue, audit), server.prompt(name)::complete);
    }

    /** Values for a variable of a template; not found if the server has no such template. */
    public List<String> completeResource(McpServer server, String uriTemplate, String variable, String begun, Dialogue dialogue, AuditDraft audit) {
        ResourceHandler family = server.resources().stream()
                .filter(offered -> offered.template().filter(template -> template.uriTemplate().equals(uriTemplate)).isPresent())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        new Problem.NotFound(Problem.Thing.RESOURCE, uriTemplate, "There is no resource template of this URI.")));
        return complete(server, new CompletionCall(server.caller(), variable, begun, dialogue, audit), family::complete);
    }

    /** The values may be names of records, so they count as rows. */
    private List<String> complete(McpServer server, CompletionCall call, Function<CompletionCall, List<String>> completion) {
        call.audit().arguments(new ArgumentsDigest(List.of(call.name()), seal.of(call.begun())));
        List<String> values = running.run(server.caller().origin(), call.audit().requestId(), () -> completion.apply(call));
        call.audit().rows(values.size());
        return values;
    }
}
