package org.gatehouse.catalog.upstream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolCall;
import org.gatehouse.catalog.ToolResult;
import org.gatehouse.catalog.openapi.Operation;
import org.gatehouse.oauth.token.ServiceTokens;

/** Calls operations of services as the callers of tools. */
@Singleton
public class Upstream {
    private static final int NOT_ALLOWED = 403;

    private final UpstreamConfiguration configuration;
    private final ServiceTokens tokens;
    private final UpstreamClient client;

    @Inject
    Upstream(UpstreamConfiguration configuration, ServiceTokens tokens, UpstreamClient client) {
        this.configuration = configuration;
        this.tokens = tokens;
        this.client = client;
    }

    /**
     * What calls one operation.
     *
     * @param audience the service, as its tokens name it
     * @param tier what a call needs, which its token says
     */
    public Function<ToolCall, ToolResult> of(ServiceUrl service, String audience, Operation operation, Tier tier) {
        RequestWriter writer = new RequestWriter(service, operation);
        AnswerReader reader = new AnswerReader(operation);
        return call -> {
            UpstreamRequest request = writer.write(call.arguments());
            try {
                return reader.read(send(service, audience, tier, request, call), call.audit());
            } catch (NoAnswer e) {
                UpstreamLog.LOG.unanswered(service.authority(), operation.key(), e.logged());
                return reader.failed(e, call.audit());
            }
        };
    }

    private UpstreamAnswer send(ServiceUrl service, String audience, Tier tier, UpstreamRequest request, ToolCall call) throws NoAnswer {
        // Asked with each call: the setting may have changed since the service was imported.
        if (!configuration.allows(service)) {
            throw new NoAnswer(NOT_ALLOWED, "The operator of this server does not let it call this service.", null);
        }
        call.dialogue().checkpoint();
        return client.send(request, tokens.issue(call.caller(), audience, tier.scope()));
    }
}
