package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.catalog.Contents;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;
import org.gatehouse.catalog.Tools;

/** What custom servers can be made of: tools, and the prompts and resources that deployments contribute. */
@Path("tools")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ToolsEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @Inject
    Tools tools;

    @Inject
    Contents contents;

    @GET
    @Operation(summary = "What a custom server's document can name, where each tool comes from, and what deployments contribute that cannot be offered")
    public Choice all() throws Exception {
        return calls.run(request.call("tool.list", "", () -> new Choice(
                tools.available().stream()
                        .map(it -> new ToolRow(
                                it.definition().name(), it.definition().title(), it.definition().description(), it.definition().tier(), it.definition().annotations(), it.origin()))
                        .toList(),
                contents.prompts(), contents.families(), tools.refusals())));
    }

    /**
     * What there is.
     *
     * @param prompts names for {@code prompts} of a document
     * @param families names for {@code resources.families} of a document
     * @param refused what is not offered, and why
     */
    public record Choice(List<ToolRow> tools, List<String> prompts, List<String> families, List<String> refused) {}

    /**
     * A tool.
     *
     * @param origin {@code gatehouse}, or the deployment or service that it comes from
     */
    public record ToolRow(String name, String title, String description, Tier tier, ToolAnnotations annotations, String origin) {}
}
