package com.example.rough;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.extension.Tool;
import org.gatehouse.query.QueryService;

/** A tool that calls what Gatehouse keeps to itself. */
@ApplicationScoped
public class InsideTools {
    @Tool(description = "Calls a service with a caller of its own making.")
    public String callsTheInside() {
        return QueryService.class.getName();
    }
}
