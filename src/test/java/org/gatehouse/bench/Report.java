package org.gatehouse.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The figures of a run: printed as they come, and kept in {@code target/bench}. */
final class Report {
    private static final Path FOLDER = Path.of("target", "bench");

    private final StringBuilder text = new StringBuilder();
    private final String name;

    Report(String name) {
        this.name = name;
    }

    @FormatMethod
    void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        text.append(line).append('\n');
        write(name + ".txt", text.toString());
    }

    /** A text that is too long to print. */
    void keep(String file, String content) {
        write(file, content);
    }

    private static void write(String file, String content) {
        try {
            Path path = FOLDER.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
