package com.example.rough;

import java.util.Map;
import org.gatehouse.extension.Call;
import org.gatehouse.extension.Records;
import org.gatehouse.extension.Tool;

/** Talks with its client while it works. */
public class TalkingTools {
    @Tool(description = "Writes a case, then asks how the visit was.")
    public String asks(Call call, Records records) {
        call.progress(1, 2, "half");
        call.log(System.Logger.Level.WARNING, "Written before the question");
        records.create("Case", Map.of("Subject", "Written before the question", "Status", "New"));
        return call.ask("How was it?", Visit.class).map(visit -> visit.mood() + " " + visit.stars() + " of " + call.server()).orElse("declined");
    }

    @Tool(description = "Says whether its client can be asked.", annotations = @Tool.Annotations(readOnlyHint = true))
    public boolean canAsk(Call call) {
        return call.canAsk();
    }

    /** What the person tells. */
    public record Visit(Mood mood, int stars) {}

    /** How it was. */
    public enum Mood {
        GOOD,
        BAD
    }
}
