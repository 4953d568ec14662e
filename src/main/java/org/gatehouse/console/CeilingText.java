package org.gatehouse.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gatehouse.permission.Ceiling.FieldCeiling;
import org.gatehouse.permission.Ceiling.MaskKind;
import org.gatehouse.permission.Ceiling.MaskRule;
import org.gatehouse.permission.Criteria.Criterion;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Ceilings as forms write them: fields and criteria, one a line. */
final class CeilingText {
    private CeilingText() {}

    /** For example {@code Phone hidden}, {@code Name read-only}, {@code Email mask dots}, {@code Iban mask ends 2 4}. */
    static String fields(Map<String, FieldCeiling> fields) {
        return new TreeMap<>(fields).entrySet().stream().map(it -> it.getKey() + " " + words(it.getValue())).collect(Collectors.joining("\n"));
    }

    private static String words(FieldCeiling field) {
        MaskRule mask = field.mask();
        if (!field.readable()) {
            return "hidden";
        }
        if (mask != null) {
            String ends = mask.kind() == MaskKind.ENDS ? " " + mask.first() + " " + mask.last() : "";
            return "mask " + mask.kind().name().toLowerCase(Locale.ROOT) + ends;
        }
        return field.editable() ? "open" : "read-only";
    }

    /** Reads what {@link #fields(Map)} writes; names of fields are for the service to know. */
    static Map<String, FieldCeiling> fields(String object, List<String> lines) {
        Map<String, FieldCeiling> fields = new LinkedHashMap<>();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            if (words.length < 2 || fields.put(words[0], field(object, words)) != null) {
                throw misread(object, line);
            }
        }
        return fields;
    }

    private static FieldCeiling field(String object, String[] words) {
        String rest = String.join(" ", words).substring(words[0].length() + 1);
        return switch (rest) {
            case "open" -> new FieldCeiling(true, true, null);
            case "read-only" -> new FieldCeiling(true, false, null);
            case "hidden" -> new FieldCeiling(false, false, null);
            case "mask nothing" -> masked(MaskKind.NOTHING, 0, 0);
            case "mask dots" -> masked(MaskKind.DOTS, 0, 0);
            case "mask token" -> masked(MaskKind.TOKEN, 0, 0);
            default -> {
                if (!rest.matches("mask ends \\d{1,2} \\d{1,2}")) {
                    throw misread(object, String.join(" ", words));
                }
                yield masked(MaskKind.ENDS, Integer.parseInt(words[3]), Integer.parseInt(words[4]));
            }
        };
    }

    private static FieldCeiling masked(MaskKind kind, int first, int last) {
        return new FieldCeiling(true, false, new MaskRule(kind, first, last));
    }

    private static ProblemException misread(String object, String line) {
        return Violations.one("/" + object + "/fields", "write each field once, and open, read-only, hidden, mask nothing, mask dots, mask token or"
                + " mask ends 2 4 behind it, not '" + line + "'");
    }

    static String criteria(List<Criterion> criteria) {
        return criteria.stream().map(it -> it.field() + " " + it.operator() + (it.value() == null ? "" : " " + it.value())).collect(Collectors.joining("\n"));
    }

    static List<Criterion> criteria(String object, List<String> lines) {
        return lines.stream().map(line -> criterion(object, line)).toList();
    }

    private static Criterion criterion(String object, String line) {
        String[] parts = line.split("\\s+", 3);
        if (parts.length < 2) {
            throw Violations.one("/" + object + "/criteria", "write field, operator and value: Industry equals Energy");
        }
        @Nullable String value = parts.length == 3 ? parts[2] : null;
        return new Criterion(parts[0], parts[1], value);
    }
}
