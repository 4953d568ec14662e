package org.gatehouse.it;

import jakarta.annotation.Resource;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs the statement in the request's body on Gatehouse's data source and answers its rows as JSON. */
@WebServlet("/sql")
public class SqlServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Resource(lookup = "java:jboss/datasources/GatehouseDS")
    private transient DataSource dataSource;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String sql = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        JsonArrayBuilder rows = Json.createArrayBuilder();
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        JsonArrayBuilder row = Json.createArrayBuilder();
                        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                            row.add(orEmpty(result.getString(column)));
                        }
                        rows.add(row);
                    }
                }
            }
        } catch (SQLException e) {
            throw new ServletException(e);
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(rows.build().toString());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
