package org.gatehouse.audit.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.gatehouse.audit.file.EventLogFiles.Position;
import org.gatehouse.audit.file.LogColumn.Kind;
import org.jspecify.annotations.Nullable;

/** Writes event log files as CSV (RFC 4180), page by page, so that a file of any length needs the memory of a page. */
@ApplicationScoped
public class EventLogCsv {
    private static final int PAGE = 2_000;

    @EJB
    EventLogFiles files;

    /** Writes a whole file: a line with the names of the columns, then a line for each event. */
    public void write(EventLogFile file, OutputStream out) throws IOException {
        List<LogColumn> columns = file.type().columns();
        // Not closed: the stream is the container's.
        CsvWriter csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(columns.stream().map(LogColumn::name).toList());
        each(file, event -> csv.writeRecord(columns.stream().map(column -> cell(column, event)).toList()));
        csv.flush();
    }

    /** The first events of a file, each with the values of its columns, for a look at it. */
    public List<List<String>> preview(EventLogFile file, int most) {
        List<LogColumn> columns = file.type().columns();
        return files.events(file, null, most).stream()
                .map(event -> columns.stream().map(column -> column.value().apply(event)).toList())
                .toList();
    }

    private void each(EventLogFile file, Consumer<LogEvent> sink) {
        @Nullable Position last = null;
        List<LogEvent> page;
        do {
            page = files.events(file, last, PAGE);
            page.forEach(sink);
            last = page.isEmpty() ? last : Position.of(page.getLast());
        } while (page.size() == PAGE);
    }

    private static String cell(LogColumn column, LogEvent event) {
        String value = column.value().apply(event);
        return column.kind() == Kind.NUMBER || column.kind() == Kind.BOOLEAN ? value : SpreadsheetText.inert(value);
    }
}
