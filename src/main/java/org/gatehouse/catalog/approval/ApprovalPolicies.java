package org.gatehouse.catalog.approval;

import static org.gatehouse.platform.database.schema.Tables.APPROVAL_POLICY;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.catalog.approval.ApprovalPolicy.Scope;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.json.Json;

/** The policies of all servers that were given one, in the database; the others have the default. Whoever saves one has begun a transaction and counts the access version up. */
@Singleton
public class ApprovalPolicies {
    private final Database database;

    @Inject
    public ApprovalPolicies(Database database) {
        this.database = database;
    }

    /** By the names of servers. */
    public Map<String, ApprovalPolicy> all() {
        return database.sql().selectFrom(APPROVAL_POLICY).fetchMap(
                APPROVAL_POLICY.SERVER, row -> new ApprovalPolicy(Scope.valueOf(row.get(APPROVAL_POLICY.SCOPE)), names(row.get(APPROVAL_POLICY.TOOLS))));
    }

    /** That of one server. */
    public ApprovalPolicy of(String server) {
        return all().getOrDefault(server, ApprovalPolicy.DEFAULT);
    }

    /** Gives a server another policy, or the default again. */
    public void save(String server, ApprovalPolicy policy) {
        database.sql().deleteFrom(APPROVAL_POLICY).where(APPROVAL_POLICY.SERVER.eq(server)).execute();
        if (!policy.equals(ApprovalPolicy.DEFAULT)) {
            database.sql()
                    .insertInto(APPROVAL_POLICY, APPROVAL_POLICY.SERVER, APPROVAL_POLICY.SCOPE, APPROVAL_POLICY.TOOLS)
                    .values(server, policy.scope().name(), Json.text(policy.tools().stream().sorted().toList()))
                    .execute();
        }
    }

    private static Set<String> names(String json) {
        try {
            return Json.read(json.getBytes(StandardCharsets.UTF_8)).valueStream().map(JsonNode::asText).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalStateException("The names of tools in a policy cannot be read.", e);
        }
    }
}
