package org.gatehouse.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gatehouse.platform.problem.Problem.QueryError;
import org.gatehouse.query.plan.Column;
import org.gatehouse.query.plan.QueryLimits;
import org.gatehouse.query.plan.QueryPlan;
import org.gatehouse.query.plan.QueryPlan.Children;
import org.gatehouse.query.plan.QueryPlan.Output;
import org.gatehouse.query.sql.RecordReader;
import org.gatehouse.query.sql.SqlCompiler;
import org.gatehouse.query.syntax.Position;
import org.gatehouse.query.syntax.SyntaxProblems;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Puts children into the records that a query found: for each relationship one statement over the ids of the page, whatever their number. Each
 * parent gets an answer of its own: its records, whether they are all, or null if it has none.
 */
final class ChildRecords {
    private final DSLContext sql;
    private final SqlCompiler compiler;
    private final Timed timed;

    /** Most children in one answer. */
    private final int most;

    ChildRecords(DSLContext sql, SqlCompiler compiler, Timed timed, QueryLimits limits) {
        this.most = limits.childRows();
        this.sql = sql;
        this.compiler = compiler;
        this.timed = timed;
    }

    /** Runs a statement within its time. */
    interface Timed {
        <T> T run(ResultQuery<?> statement, Supplier<T> fetch);
    }

    /**
     * Attaches the children.
     *
     * @param rows the rows that the records were read from, in the same order
     */
    void attach(QueryPlan plan, List<Children> relationships, List<? extends Record> rows, List<ObjectNode> records) {
        if (relationships.isEmpty() || rows.isEmpty()) {
            return;
        }
        Column id = new Column(plan.root().number(), plan.root().object().idField());
        List<@Nullable String> ids = rows.stream().<@Nullable String>map(row -> RecordReader.id(row, id)).toList();
        for (Children children : relationships) {
            Map<String, List<ObjectNode>> found = find(children, new LinkedHashSet<>(ids));
            for (int i = 0; i < records.size(); i++) {
                put(records.get(i), children, found.getOrDefault(ids.get(i), List.of()));
            }
        }
    }

    private Map<String, List<ObjectNode>> find(Children children, Set<@Nullable String> parents) {
        QueryPlan plan = children.plan();
        Output.Records output = (Output.Records) plan.output();
        Select<? extends Record> statement = compiler.compile(children, parents, most, sql);
        List<? extends Record> rows = timed.run(statement, statement::fetch);
        if (rows.size() > most) {
            throw SyntaxProblems.at(new Position(1, 1), QueryError.QUERY_TOO_COMPLICATED,
                    "the records have more than " + most + " " + children.name() + " together. Set a LIMIT inside, or ask for fewer records.");
        }
        RecordReader reader = new RecordReader(output.shape());
        List<ObjectNode> records = rows.stream().map(reader::read).toList();
        attach(plan, output.children(), rows, records);
        Map<String, List<ObjectNode>> byParent = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String parent = RecordReader.id(rows.get(i), children.reference());
            if (parent != null) {
                byParent.computeIfAbsent(parent, absent -> new ArrayList<>()).add(records.get(i));
            }
        }
        return byParent;
    }

    private static void put(ObjectNode record, Children children, List<ObjectNode> found) {
        if (found.isEmpty()) {
            record.putNull(children.name());
            return;
        }
        boolean done = found.size() <= children.plan().page();
        List<ObjectNode> page = done ? found : found.subList(0, (int) children.plan().page());
        ObjectNode answer = record.putObject(children.name());
        answer.put("totalSize", page.size()).put("done", done);
        ArrayNode records = answer.putArray("records");
        page.forEach(records::add);
    }
}
