package com.example.rough;

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

    @Tool(description = "A name of its own.", annotations = @Tool.Annotations(readOnlyHint = true))
    public String other() {
        return "mine";
    }
}
