package org.gatehouse.extension.running;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatehouse.catalog.CompletionCall;
import org.gatehouse.catalog.Tier;
import org.jspecify.annotations.Nullable;

/** The completion that a developer wrote for one argument or variable. */
record JavaCompletion(Lent<JavaMethod> code, DeveloperThreads threads, Services services) {
    /** How many values an answer may have (MCP, server/utilities/completion). */
    private static final int MOST = 100;

    /** The values for what a call asks for; none if nobody completes that. */
    static List<String> complete(Map<String, JavaCompletion> completions, CompletionCall call) {
        JavaCompletion completion = completions.get(call.name());
        return completion == null ? List.of() : completion.values(call);
    }

    private List<String> values(CompletionCall call) {
        return code.find()
                .map(method -> method.run(threads, services, call, Tier.READ, argument -> TextNode.valueOf(call.begun()), (values, returned) -> texts(returned)))
                .orElse(List.of());
    }

    private static List<String> texts(@Nullable Object returned) {
        return returned instanceof List<?> list ? list.stream().filter(Objects::nonNull).map(String.class::cast).limit(MOST).toList() : List.of();
    }
}
