package org.gatehouse.oauth.client;

import static org.gatehouse.platform.database.schema.Tables.CLIENT_RESOURCE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.TreeSet;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** About the tokens of which resources a resource server may ask (RFC 7662), in the caller's transaction. */
@Singleton
class IntrospectedResources {
    private static final int MOST = 100;

    private final Database database;

    @Inject
    IntrospectedResources(Database database) {
        this.database = database;
    }

    List<String> of(String clientId) {
        return database.sql()
                .select(CLIENT_RESOURCE.RESOURCE)
                .from(CLIENT_RESOURCE)
                .where(CLIENT_RESOURCE.CLIENT_ID.eq(clientId))
                .orderBy(CLIENT_RESOURCE.RESOURCE)
                .fetch(CLIENT_RESOURCE.RESOURCE);
    }

    void replace(String clientId, List<String> resources) {
        if (resources.size() > MOST || !resources.stream().allMatch(IntrospectedResources::absolute)) {
            throw new ProblemException(new Problem.InvalidArguments(
                    "The resources cannot be saved.",
                    List.of(new Problem.Violation("", "name at most " + MOST + " resources, each an absolute URI without a fragment"))));
        }
        database.sql().deleteFrom(CLIENT_RESOURCE).where(CLIENT_RESOURCE.CLIENT_ID.eq(clientId)).execute();
        new TreeSet<>(resources).forEach(resource -> database.sql()
                .insertInto(CLIENT_RESOURCE, CLIENT_RESOURCE.CLIENT_ID, CLIENT_RESOURCE.RESOURCE)
                .values(clientId, resource)
                .execute());
    }

    private static boolean absolute(String text) {
        try {
            // RFC 8707 section 2.
            URI uri = new URI(text);
            return uri.isAbsolute() && uri.getRawFragment() == null && text.length() <= 2_000;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
