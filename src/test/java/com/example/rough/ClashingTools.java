package com.example.rough;

import java.util.List;
import org.gatehouse.extension.CompleteArg;
import org.gatehouse.extension.CompletePrompt;
import org.gatehouse.extension.Tool;

/** Has the name of a tool of the sample, and of a bean. */
public class ClashingTools {
    @Tool(name = "accountsToVisit", description = "The same name as another deployment's.")
    public String clash() {
        return "mine";
    }

    @Tool(name = "deleteAll", description = "The same name as a bean's.")
    public String clashWithABean() {
        return "mine";
    }

    @CompletePrompt("prepareVisit")
    public List<String> ofAnother(@CompleteArg(name = "account") String begun) {
        return List.of("mine");
    }

    @Tool(description = "A name of its own.", annotations = @Tool.Annotations(readOnlyHint = true))
    public String other() {
        return "mine";
    }
}
