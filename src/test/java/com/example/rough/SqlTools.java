package com.example.rough;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.gatehouse.extension.Tool;

/** A tool that goes to the database by itself. */
@ApplicationScoped
public class SqlTools {
    @Tool(description = "Reads what it likes.")
    public String readsPastPermissions() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:elsewhere")) {
            return connection.getCatalog();
        }
    }
}
