package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.catalog.dialogue.LogLevel;

/** The dialogue with a client that can nothing and hears nothing. */
public final class SilentDialogue implements Dialogue {
    @Override
    public boolean supports(ClientCapability capability) {
        return false;
    }

    @Override
    public void progress(double done, double total, String message) {}

    @Override
    public void log(LogLevel level, String logger, JsonNode data) {}

    @Override
    public void checkpoint() {}

    @Override
    public void disconnect() {}

    @Override
    public void background(boolean required) {}

    @Override
    public Map<String, JsonNode> ask(Map<String, InputRequest> questions) {
        throw new AssertionError("Nobody is there to be asked " + questions);
    }
}
