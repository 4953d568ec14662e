package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.gatehouse.audit.file.EventLogCsv;
import org.gatehouse.audit.file.EventLogFile;
import org.gatehouse.audit.file.EventLogFiles;
import org.gatehouse.audit.file.LogColumn;
import org.gatehouse.audit.file.LogInterval;
import org.gatehouse.audit.file.LogType;
import org.gatehouse.permission.SystemPermission;

/** The browser of event log files: a list by type, day and interval, a look into a file, and the file itself. */
@Named
@RequestScoped
public class SetupEventsPage {
    private static final SystemPermission NEEDED = SystemPermission.VIEW_EVENT_LOG_FILES;
    private static final int PREVIEW = 50;

    @Inject
    SetupDoor setup;

    @EJB
    EventLogFiles files;

    @Inject
    EventLogCsv csv;

    @Inject
    InstantSource clock;

    private List<Row> rows = List.of();
    private List<String> columns = List.of();
    private List<List<String>> preview = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            List<LogType> types = LogType.named(getType()).map(List::of).orElse(List.of(LogType.values()));
            LogInterval interval = LogInterval.named(getInterval()).orElse(LogInterval.HOURLY);
            Instant from = day();
            rows = files.list(types, interval, from, from.plus(Duration.ofDays(1))).stream().map(it -> Row.of(it, clock.instant())).toList();
            EventLogFile.of(getFile()).ifPresent(this::look);
            return this;
        });
    }

    private void look(EventLogFile file) {
        columns = file.type().columns().stream().map(LogColumn::name).toList();
        preview = setup.perform(NEEDED, "event-log-file.read", file.id(), () -> csv.preview(file, PREVIEW)).orElse(List.of());
    }

    private Instant day() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            return LocalDate.parse(getDay()).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return today.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    }

    public String getType() {
        return SetupDoor.parameter("type");
    }

    public String getInterval() {
        return SetupDoor.parameter("interval");
    }

    public String getDay() {
        String day = SetupDoor.parameter("day");
        return day.isEmpty() ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString() : day;
    }

    /** The file that is looked into; empty for none. */
    public String getFile() {
        return SetupDoor.parameter("file");
    }

    public List<String> getTypes() {
        return Arrays.stream(LogType.values()).map(LogType::apiName).toList();
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<String> getColumns() {
        return columns;
    }

    public List<List<String>> getPreview() {
        return preview;
    }

    /** A file in the list. */
    public record Row(String id, String type, String begins, int events, boolean complete) {
        static Row of(EventLogFiles.ListedFile it, Instant now) {
            return new Row(it.file().id(), it.file().type().apiName(), Times.shown(it.file().begins()), it.events(), !it.file().ends().isAfter(now));
        }
    }
}
