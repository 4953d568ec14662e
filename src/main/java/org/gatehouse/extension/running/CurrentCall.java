package org.gatehouse.extension.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.catalog.Noted;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.catalog.dialogue.LogLevel;
import org.gatehouse.extension.Call;
import org.gatehouse.extension.declared.JavaSchema;
import org.gatehouse.identity.Caller;

/** The call that its thread belongs to. It keeps nothing, so one serves all. */
public final class CurrentCall implements Call {
    @Override
    public String userId() {
        return caller().userId();
    }

    @Override
    public String username() {
        return caller().username();
    }

    @Override
    public String clientId() {
        return caller().clientId();
    }

    @Override
    public String server() {
        return caller().server();
    }

    @Override
    public void progress(double done, double total, String message) {
        tell((services, call) -> call.dialogue().progress(done, total, message));
    }

    @Override
    public void log(System.Logger.Level level, String message) {
        tell((services, call) -> call.dialogue().log(wire(level), "tool", TextNode.valueOf(message)));
    }

    @Override
    public void checkpoint() {
        tell((services, call) -> call.dialogue().checkpoint());
    }

    @Override
    public boolean canAsk() {
        return CallDesk.current().ask((services, call) -> call.dialogue().supports(ClientCapability.ELICITATION));
    }

    @Override
    public <T extends Record> Optional<T> ask(String message, Class<T> form) {
        CallDesk desk = CallDesk.current();
        ObjectNode schema = JavaSchema.ofForm(form);
        String name = desk.nextQuestion();
        JsonNode answer = desk.ask((services, call) -> Objects.requireNonNull(
                call.dialogue().ask(Map.of(name, new InputRequest.Form(message, schema))).get(name)));
        return answer.path("action").asText().equals("accept")
                ? Optional.of(form.cast(Objects.requireNonNull(desk.values().value(answer.path("content"), form))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "the running call";
    }

    private static Caller caller() {
        return CallDesk.current().call().caller();
    }

    private static void tell(Telling telling) {
        CallDesk.current().ask((services, call) -> {
            telling.to(services, call);
            return true;
        });
    }

    private static LogLevel wire(System.Logger.Level level) {
        return switch (level) {
            case ALL, TRACE, DEBUG -> LogLevel.DEBUG;
            case INFO -> LogLevel.INFO;
            case WARNING -> LogLevel.WARNING;
            case ERROR, OFF -> LogLevel.ERROR;
        };
    }

    private interface Telling {
        void to(Services services, Noted call);
    }
}
