package org.gatehouse.orders;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Orders, each visible to the person who made it. */
@Path("orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrdersEndpoint {
    private static final Map<String, List<String>> NOTES = new ConcurrentHashMap<>();

    @Inject
    JsonWebToken token;

    @GET
    public JsonArray list() {
        JsonArrayBuilder orders = Json.createArrayBuilder();
        List<String> mine = mine();
        for (int i = 0; i < mine.size(); i++) {
            orders.add(order(i, mine.get(i)));
        }
        return orders.build();
    }

    @GET
    @Path("{id}")
    public JsonObject one(@PathParam("id") int id) {
        List<String> mine = mine();
        if (id < 0 || id >= mine.size()) {
            throw new NotFoundException();
        }
        return order(id, mine.get(id));
    }

    @POST
    public Response create(JsonObject order) {
        List<String> mine = mine();
        mine.add(order.getString("note"));
        return Response.status(Response.Status.CREATED).entity(order(mine.size() - 1, order.getString("note"))).build();
    }

    /** Everybody begins with one order. */
    private List<String> mine() {
        if (token.getRawToken() == null) {
            throw new NotAuthorizedException("Bearer");
        }
        return NOTES.computeIfAbsent(token.getSubject(), it -> new CopyOnWriteArrayList<>(List.of("first of " + name())));
    }

    private JsonObject order(int id, String note) {
        return Json.createObjectBuilder().add("id", id).add("owner", name()).add("note", note).build();
    }

    private String name() {
        return token.<String>claim("preferred_username").orElse("");
    }
}
