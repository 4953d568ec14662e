package org.gatehouse.extension.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gatehouse.catalog.Noted;
import org.gatehouse.catalog.Tier;
import org.gatehouse.extension.Queries;
import org.gatehouse.extension.QueryAnswer;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.query.QueryResult;
import org.gatehouse.query.syntax.BoundValue;

/** The queries of whatever call its thread belongs to. It keeps nothing, so one serves all. */
public final class CallQueries implements Queries {
    @Override
    public QueryAnswer<Map<String, Object>> query(String soql, Map<String, ?> values) {
        CallDesk desk = CallDesk.current();
        return answer(run(desk, soql, values), desk.values()::map);
    }

    @Override
    public <T> QueryAnswer<T> query(Class<T> type, String soql, Map<String, ?> values) {
        CallDesk desk = CallDesk.current();
        return answer(run(desk, soql, values), node -> type.cast(Objects.requireNonNull(desk.values().value(node, type))));
    }

    @Override
    public QueryAnswer<Map<String, Object>> search(String sosl) {
        CallDesk desk = CallDesk.current();
        return answer(found(desk, (services, call) -> services.queries().search(call.caller(), sosl)), desk.values()::map);
    }

    static QueryResult run(CallDesk desk, String soql, Map<String, ?> values) {
        Map<String, List<BoundValue>> bound = QueryArguments.of(values);
        return found(desk, (services, call) -> services.queries().query(call.caller(), soql, bound));
    }

    /** What reading finds, noted for the event log. */
    static QueryResult found(CallDesk desk, CallDesk.Request<QueryResult> reading) {
        return desk.ask((services, call) -> {
            requireReading(call);
            QueryResult result = reading.answer(services, call);
            result.objects().forEach(call::noteObject);
            desk.noteRows(result.records().size());
            return result;
        });
    }

    /** An agent whose token does not cover reading does not read by way of a tool that writes. */
    private static void requireReading(Noted call) {
        if (!Tier.READ.coveredBy(call.caller().scopes())) {
            throw new ProblemException(new Problem.InsufficientAccess("The tool has to read records, and this agent's connection does not allow that. Connect with the scope "
                    + Tier.READ.scope() + " as well."));
        }
    }

    private static <T> QueryAnswer<T> answer(QueryResult result, Function<JsonNode, T> read) {
        return new QueryAnswer<>(result.records().stream().map(read).toList(), result.totalSize(), result.done());
    }
}
