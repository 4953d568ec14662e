package org.gatehouse.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.oracle.ModelQuery.Nulls;
import org.gatehouse.oracle.ModelQuery.Order;
import org.gatehouse.oracle.Values.Value;
import org.jspecify.annotations.Nullable;

/** Puts records into groups and computes what a query selects of each. Texts that differ in case only are different groups. */
final class Grouping {
    private static final ModelField NUMBER = ModelField.plain("number", FieldType.NUMBER, "", true);

    private final ModelGroups groups;
    private final List<Order> orders;
    private final Values values;

    Grouping(ModelGroups groups, List<Order> orders, Values values) {
        this.groups = groups;
        this.orders = orders;
        this.values = values;
    }

    List<String> rows(List<ModelRecord> records) {
        return groups.sets().stream()
                .flatMap(set -> groups(set, records).stream())
                .filter(group -> groups.having().isEmpty() || Truth.of(groups.having().get(), group))
                .sorted(order())
                .map(this::row)
                .toList();
    }

    private List<Group> groups(List<ModelPath> set, List<ModelRecord> records) {
        if (set.isEmpty()) {
            return List.of(new Group(set, records));
        }
        Map<List<@Nullable Object>, List<ModelRecord>> byKey = new LinkedHashMap<>();
        for (ModelRecord record : records) {
            List<@Nullable Object> key = new ArrayList<>();
            set.forEach(path -> key.add(exact(values.of(record, path))));
            byKey.computeIfAbsent(key, absent -> new ArrayList<>()).add(record);
        }
        return byKey.values().stream().map(members -> new Group(set, members)).toList();
    }

    private static @Nullable Object exact(@Nullable Value value) {
        return value != null && value.content() instanceof BigDecimal number
                ? number.stripTrailingZeros()
                : value == null ? null : value.content();
    }

    private Comparator<Group> order() {
        List<Order> all = new ArrayList<>(orders);
        groups.by().forEach(path -> all.add(new Order(path, false, Nulls.UNSAID)));
        groups.by().forEach(path -> all.add(new Order(new ModelAggregate(ModelAggregate.GROUPING, path), false, Nulls.UNSAID)));
        Stream<Comparator<Group>> said = all.stream()
                .map(by -> (left, right) -> by.compare(left.value(by.operand()), right.value(by.operand())));
        Stream<Comparator<Group>> exactly = groups.by().stream()
                .map(path -> Comparator.comparing(group -> String.valueOf(exact(group.value(path))), Folding.EXACT));
        // Where there is nothing to order by, there is one group.
        return Stream.concat(said, exactly).reduce(Comparator::thenComparing).orElseGet(() -> Comparator.comparingInt(group -> group.records.size()));
    }

    private String row(Group group) {
        Map<String, Object> members = new TreeMap<>(Map.of("attributes", "AggregateResult"));
        IntStream.range(0, groups.operands().size()).forEach(i -> {
            Value value = group.value(groups.operands().get(i));
            members.put(ModelGroups.name(i), Canon.value(value == null ? null : value.content()));
        });
        return members.toString();
    }

    /** Records that belong together. */
    private final class Group implements Truth.Row {
        private final List<ModelPath> set;
        private final List<ModelRecord> records;

        Group(List<ModelPath> set, List<ModelRecord> records) {
            this.set = set;
            this.records = records;
        }

        @Override
        public @Nullable Value value(ModelOperand operand) {
            return switch (operand) {
                case ModelPath path -> has(path) ? values.of(records.getFirst(), path) : null;
                case ModelAggregate(var function, var path) -> {
                    if (path == null) {
                        yield number(records.size());
                    }
                    yield function.equals(ModelAggregate.GROUPING) ? number(has(path) ? 0 : 1) : computed(function, path);
                }
            };
        }

        @Override
        public Set<String> found(ModelTest.InQuery query) {
            throw new IllegalStateException("HAVING has no queries inside");
        }

        private boolean has(ModelPath path) {
            return set.stream().anyMatch(path::isSame);
        }

        private @Nullable Value computed(String function, ModelPath path) {
            List<Value> all = records.stream().map(record -> values.of(record, path)).filter(Objects::nonNull).toList();
            return switch (function) {
                case "COUNT" -> number(all.size());
                case "COUNT_DISTINCT" -> number(new HashSet<>(all.stream().map(Grouping::exact).toList()).size());
                case "MIN" -> all.stream().min(Comparator.naturalOrder()).orElse(null);
                case "MAX" -> all.stream().max(Comparator.naturalOrder()).orElse(null);
                case "SUM" -> all.isEmpty() ? null : new Value(NUMBER, sum(all));
                case "AVG" -> all.isEmpty() ? null : new Value(NUMBER, sum(all).divide(BigDecimal.valueOf(all.size()), 6, RoundingMode.HALF_UP));
                default -> throw new IllegalArgumentException(function);
            };
        }

        private static BigDecimal sum(List<Value> values) {
            return values.stream().map(value -> (BigDecimal) value.content()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static Value number(int count) {
            return new Value(NUMBER, BigDecimal.valueOf(count));
        }
    }
}
