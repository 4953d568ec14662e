package org.gatehouse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.catalog.dialogue.ClientCapability;
import org.gatehouse.catalog.dialogue.Dialogue;
import org.gatehouse.catalog.dialogue.InputRequest;
import org.gatehouse.catalog.dialogue.LogLevel;

/** The dialogue with a client that can nothing; what it is told of progress is kept for the test. */
public final class SilentDialogue implements Dialogue {
    private final List<Double> progress = new ArrayList<>();

    /** How much was done each time that it was told. */
    public List<Double> progress() {
        return List.copyOf(progress);
    }

    @Override
    public boolean supports(ClientCapability capability) {
        return false;
    }

    @Override
    public void progress(double done, double total, String message) {
        progress.add(done);
    }

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
