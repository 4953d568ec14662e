package com.example.rough;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.extension.Tool;

/** A tool that names what it may not use in a text. */
@ApplicationScoped
public class ReflectingTools {
    @Tool(description = "Loads a class by its name.")
    public String reflects() throws ClassNotFoundException {
        return Class.forName("javax.naming.InitialContext").getName();
    }
}
