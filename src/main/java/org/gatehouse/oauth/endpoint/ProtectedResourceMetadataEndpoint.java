package org.gatehouse.oauth.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.oauth.token.ProtectedResources;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.json.Json;

/** Which authorization server guards a resource (RFC 9728). An inactive resource answers like an unknown one. */
@ApplicationScoped
@Path("oauth-protected-resource")
public class ProtectedResourceMetadataEndpoint {
    @Inject
    Deployment deployment;

    @Inject
    ProtectedResources resources;

    /** Section 3.1: the well-known string goes between host and path of the resource's URL. */
    @GET
    @Path("{path:.+}")
    public Response resource(@PathParam("path") String path) {
        return answer(resources.find("/" + path));
    }

    /** The place of a resource without a path. Clients try it second, so it speaks for the one active resource if there is just one. */
    @GET
    public Response root() {
        var all = resources.all();
        return answer(all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty());
    }

    private Response answer(Optional<ProtectedResource> resource) {
        return resource.map(found -> OAuthResponses.document(document(deployment, found)))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .header("Access-Control-Allow-Origin", "*")
                        .header("Cache-Control", "no-store")
                        .entity("{\"error\":\"not_found\"}")
                        .build());
    }

    static ObjectNode document(Deployment deployment, ProtectedResource resource) {
        ObjectNode document = Json.object();
        document.put("resource", deployment.url(resource.path()));
        document.put("resource_name", resource.label());
        document.putArray("authorization_servers").add(deployment.publicUrl());
        var scopes = document.putArray("scopes_supported");
        // MCP 2026-07-28, authorization: the scopes of the resource, not those that only concern the authorization server.
        resource.scopes().stream().filter(scope -> !scope.equals(OAuthScope.REFRESH_TOKEN.value())).forEach(scopes::add);
        document.putArray("bearer_methods_supported").add("header");
        return document;
    }
}
