package org.gatehouse.console;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which tools of one server an app may call, as a form holds it: all of them, or those that are ticked. */
public class ToolChoice implements Serializable {
    private static final long serialVersionUID = 1;

    private final String server;
    private final List<String> offered;
    private boolean limited;
    private ArrayList<String> chosen = new ArrayList<>();

    private ToolChoice(String server, List<String> offered) {
        this.server = server;
        this.offered = List.copyOf(offered);
    }

    /**
     * The choice as it is. A tool that the server offers no more stays in it until somebody unticks it.
     *
     * @param present those that the app is limited to; null for all
     */
    static ToolChoice of(String server, List<String> tools, @Nullable List<String> present) {
        List<String> limit = present == null ? List.of() : present;
        ToolChoice choice = new ToolChoice(server, Stream.concat(tools.stream(), limit.stream()).distinct().toList());
        choice.limited = present != null;
        choice.chosen = new ArrayList<>(limit);
        return choice;
    }

    /** The tools that the app is limited to; null for all, also those that come later. */
    @Nullable List<String> tools() {
        return limited ? List.copyOf(chosen) : null;
    }

    public String getServer() {
        return server;
    }

    public List<String> getOffered() {
        return offered;
    }

    /** The choice in a few words. */
    public String getSummary() {
        return !limited ? "every tool" : chosen.isEmpty() ? "no tool" : String.join(", ", chosen);
    }

    public boolean isLimited() {
        return limited;
    }

    public void setLimited(boolean limited) {
        this.limited = limited;
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = new ArrayList<>(chosen);
    }
}
