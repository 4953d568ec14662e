package com.example.rough;

import org.gatehouse.extension.Queries;
import org.gatehouse.extension.Records;
import org.gatehouse.extension.Tool;

/** Looks at records. */
public class LookingTools {
    @Tool(description = "Looks, and says that it may write.")
    public String looks(Queries queries) {
        return "" + queries.query("SELECT COUNT() FROM Account").totalSize();
    }

    @Tool(description = "Looks for a case.", annotations = @Tool.Annotations(readOnlyHint = true))
    public String looksFor(Records records, String id) {
        return records.find("Case", id, "Subject").map(found -> String.valueOf(found.get("Subject"))).orElse("nothing");
    }

    @Tool(description = "Looks for what the model names.", annotations = @Tool.Annotations(readOnlyHint = true))
    public String looksForAnything(Records records, String object, String id, String field) {
        return records.find(object, id, field).map(String::valueOf).orElse("nothing");
    }
}
