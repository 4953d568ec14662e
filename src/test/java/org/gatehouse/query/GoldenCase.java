package org.gatehouse.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One golden case, a block of the file: a title, who asks, the query, the statement and the rows.
 *
 * @param sql the lines of the statement on PostgreSQL
 * @param rows the size of the answer, then a record a line
 */
record GoldenCase(String title, String caller, String query, List<String> sql, List<String> rows) {
    private static final String TITLE = "## ";
    private static final String CALLER = "caller: ";
    private static final String QUERY = "query: ";
    private static final String SQL = "  ";
    private static final String ROW = "> ";

    static List<GoldenCase> read(Path file) throws IOException {
        List<GoldenCase> cases = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(TITLE) && !block.isEmpty()) {
                cases.add(of(block));
                block.clear();
            }
            if (!block.isEmpty() || line.startsWith(TITLE)) {
                block.add(line);
            }
        }
        cases.add(of(block));
        return cases;
    }

    static String write(List<GoldenCase> cases) {
        StringBuilder text = new StringBuilder("""
                # Golden queries on the demo organisation. Indented: the statement on PostgreSQL, values inlined for reading.
                # Behind > : the answer, the same on H2 and PostgreSQL.
                """);
        for (GoldenCase golden : cases) {
            text.append('\n').append(TITLE).append(golden.title).append('\n');
            text.append(CALLER).append(golden.caller).append('\n');
            text.append(QUERY).append(golden.query).append('\n');
            golden.sql.forEach(line -> text.append(SQL).append(line).append('\n'));
            golden.rows.forEach(row -> text.append(ROW).append(row).append('\n'));
        }
        return text.toString();
    }

    GoldenCase with(List<String> otherSql, List<String> otherRows) {
        return new GoldenCase(title, caller, query, otherSql, otherRows);
    }

    @Override
    public String toString() {
        return title;
    }

    private static GoldenCase of(List<String> block) {
        return new GoldenCase(
                after(block, TITLE).getFirst(), after(block, CALLER).getFirst(), after(block, QUERY).getFirst(), after(block, SQL),
                after(block, ROW));
    }

    private static List<String> after(List<String> block, String prefix) {
        return block.stream().filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length())).toList();
    }
}
