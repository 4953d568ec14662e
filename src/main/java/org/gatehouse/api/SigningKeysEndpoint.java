package org.gatehouse.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.oauth.token.SigningKeyService;
import org.gatehouse.oauth.token.SigningKeyState;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The keys that sign access tokens. Their public halves everybody reads at the JWKS. */
@Path("signing-keys")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SigningKeysEndpoint {
    @Inject
    ApiRequest request;

    @EJB
    AuditedCalls calls;

    @EJB
    SigningKeyService keys;

    @GET
    @Operation(summary = "The keys that there are, the newest first, with their state and age")
    public List<Key> all() throws Exception {
        return calls.run(request.call("signing-key.list", "", () -> keys.all().stream().map(Key::of).toList()));
    }

    @POST
    @Operation(summary = "Publishes the next key; it signs after the lead")
    public void rotate() throws Exception {
        calls.run(request.call("signing-key.rotate", "", () -> {
            if (!keys.rotate()) {
                throw new ProblemException(new Problem.Conflict("The next key is published already and waits to sign."));
            }
            return true;
        }));
    }

    @DELETE
    @Path("{kid}")
    @Operation(summary = "Removes a key at once, and with it every token that it signed")
    public void remove(@PathParam("kid") String kid) throws Exception {
        calls.run(request.call("signing-key.remove", kid, () -> {
            if (!keys.remove(kid)) {
                throw new ProblemException(new Problem.NotFound(Problem.Thing.SIGNING_KEY, kid, "There is no such key."));
            }
            return kid;
        }));
    }

    /**
     * A key without the key; moments are in ISO 8601.
     *
     * @param stage {@code WAITING}, {@code SIGNING} or {@code RETIRED}
     */
    public record Key(String kid, String stage, String createdAt, String signsFrom, @Nullable String retiredAt) {
        static Key of(SigningKeyState it) {
            return new Key(
                    it.kid(), it.stage().name(), it.createdAt().toString(), it.signsFrom().toString(),
                    it.retiredAt() == null ? null : it.retiredAt().toString());
        }
    }
}
