package org.gatehouse.mcp.protocol;

import java.util.List;
import java.util.Optional;
import org.gatehouse.catalog.CompletionCall;
import org.gatehouse.catalog.Icon;
import org.gatehouse.catalog.PromptCall;
import org.gatehouse.catalog.PromptDefinition;
import org.gatehouse.catalog.PromptHandler;
import org.gatehouse.catalog.PromptMessage;
import org.gatehouse.catalog.ResourceCall;
import org.gatehouse.catalog.ResourceEntry;
import org.gatehouse.catalog.ResourceHandler;
import org.gatehouse.catalog.ResourceTemplate;
import org.gatehouse.catalog.ServerDefinition;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** A server with one prompt and one family of resources, and another with nothing. */
final class FakeContents {
    static final String SERVER = "custom/contents";
    static final String BARE = "custom/bare";

    private static final List<Icon> ICONS = List.of(new Icon("https://icons.example/one.png", null, List.of("48x48"), "dark"));

    private FakeContents() {}

    static List<ServerDefinition> servers() {
        return List.of(
                new ServerDefinition(SERVER, "Contents", "Read them.", List.of(Tier.READ), List.of(), List.of(new Greeting()), List.of(new Numbers()), "3", ICONS),
                new ServerDefinition(BARE, "Bare", "", List.of(Tier.READ), List.of(), List.of(), List.of(), "1"));
    }

    /** Greets a person who is given by name. */
    private static final class Greeting implements PromptHandler {
        @Override
        public PromptDefinition definition() {
            return new PromptDefinition("greet", "Greet", "Greets a person.", List.of(new PromptDefinition.Argument("who", "Who", "The person.", true)), ICONS);
        }

        @Override
        public List<PromptMessage> messages(PromptCall call) {
            String who = call.arguments().get("who");
            if (who == null) {
                throw new ProblemException(new Problem.InvalidArguments("It cannot.", List.of(new Problem.Violation("/arguments/who", "it is needed"))));
            }
            return List.of(new PromptMessage("user", "Greet " + who + "."));
        }

        @Override
        public List<String> complete(CompletionCall call) {
            return List.of(call.begun() + "a", call.begun() + "b");
        }
    }

    /** The numbers one and two. */
    private static final class Numbers implements ResourceHandler {
        @Override
        public Optional<ResourceTemplate> template() {
            return Optional.of(new ResourceTemplate("number://{value}", "number", "Number", "A number.", ResourceContent.JSON, ICONS));
        }

        @Override
        public List<ResourceEntry> list(Caller caller) {
            return List.of(new ResourceEntry("number://1", "1", "One", "The number one.", ResourceContent.JSON, ICONS));
        }

        @Override
        public Optional<ResourceContent> read(ResourceCall call) {
            if (call.uri().equals("number://broken")) {
                throw new IllegalStateException("a secret of the inside");
            }
            return call.uri().equals("number://1") ? Optional.of(ResourceContent.json(call.uri(), Json.object().put("value", 1))) : Optional.empty();
        }

        @Override
        public List<String> complete(CompletionCall call) {
            return List.of("1");
        }
    }
}
