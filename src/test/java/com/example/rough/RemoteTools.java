package com.example.rough;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.extension.Tool;

/** A tool whose collaborator goes to the database. */
@ApplicationScoped
public class RemoteTools {
    @Tool(description = "Reads what it likes, in three steps.")
    public String readsByWayOfOthers() throws Exception {
        return new Middle().read();
    }

    static class Middle {
        String read() throws Exception {
            return new SqlTools().readsPastPermissions();
        }
    }
}
