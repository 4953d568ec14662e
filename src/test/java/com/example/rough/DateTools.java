package com.example.rough;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.extension.Call;
import org.gatehouse.extension.Tool;

/** Takes what a schema lets through and Java does not. */
public class DateTools {
    /** A visit. */
    public record Visit(LocalDate day, Optional<Instant> at, List<Long> numbers, Set<String> names) {}

    @Tool(description = "Says it back.", annotations = @Tool.Annotations(readOnlyHint = true))
    public Visit same(Visit visit) {
        return visit;
    }

    @Tool(description = "Says who calls.", annotations = @Tool.Annotations(readOnlyHint = true))
    public String who(Call call) {
        return call.username() + " " + call.clientId() + " " + call.server() + " " + call.canAsk();
    }
}
