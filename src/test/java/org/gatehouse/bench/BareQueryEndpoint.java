package org.gatehouse.bench;

import jakarta.annotation.Resource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The same SQL and the same rows as JSON, with nothing else: no token, no permission, no protocol, no event. */
@Path("/query")
public class BareQueryEndpoint {
    @Resource(lookup = "java:jboss/datasources/GatehouseDS")
    private DataSource dataSource;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public List<Row> rows(Request request) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(request.sql())) {
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(result.getString(1), result.getString(2), result.getString(3)));
                }
            }
        }
        return rows;
    }

    /** The statement to run. */
    public record Request(String sql) {}

    /** One account. */
    public record Row(String id, String name, String industry) {}
}
