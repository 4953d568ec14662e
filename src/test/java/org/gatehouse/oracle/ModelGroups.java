package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a query selects of groups. What it selects goes by names of its own, so that none occurs twice.
 *
 * @param kind nothing, ROLLUP or CUBE
 */
record ModelGroups(List<ModelPath> by, String kind, List<ModelOperand> operands, Optional<ModelTest> having) {
    ModelGroups {
        by = List.copyOf(by);
        operands = List.copyOf(operands);
    }

    List<String> selected() {
        return IntStream.range(0, operands.size()).mapToObj(i -> operands.get(i).text() + " " + name(i)).toList();
    }

    static String name(int position) {
        return "v" + position;
    }

    /** GROUP BY and HAVING. */
    String text() {
        String fields = by.stream().map(ModelPath::text).collect(Collectors.joining(", "));
        return (by.isEmpty() ? "" : " GROUP BY " + (kind.isEmpty() ? fields : kind + "(" + fields + ")"))
                + having.map(test -> " HAVING " + SoqlText.of(test)).orElse("");
    }

    /** The choices of fields that records are grouped by. */
    List<List<ModelPath>> sets() {
        List<List<ModelPath>> sets = new ArrayList<>();
        switch (kind) {
            case "ROLLUP" -> IntStream.rangeClosed(0, by.size()).forEach(size -> sets.add(by.subList(0, size)));
            case "CUBE" -> IntStream.range(0, 1 << by.size()).forEach(choice ->
                    sets.add(IntStream.range(0, by.size()).filter(i -> (choice & 1 << i) != 0).mapToObj(by::get).toList()));
            default -> sets.add(by);
        }
        return sets;
    }
}
