package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.metadata.FieldType;

/** Makes what a query asks of groups: what they are made by, what is computed of each, and which of them count. */
final class RandomGroupBy {
    private static final int MOST_SUBTOTALS = 3;
    private static final List<String> OF_NUMBERS = List.of("SUM", "AVG", "MIN", "MAX", "COUNT", "COUNT_DISTINCT");
    private static final List<String> OF_DATES = List.of("MIN", "MAX", "COUNT", "COUNT_DISTINCT");
    private static final List<String> OF_ALL = List.of("COUNT", "COUNT_DISTINCT");

    private final Dice dice;
    private final RandomQuery paths;
    private final RandomTest tests;

    RandomGroupBy(Dice dice, RandomQuery paths, RandomTest tests) {
        this.dice = dice;
        this.paths = paths;
        this.tests = tests;
    }

    ModelGroups groups(ModelObject object) {
        List<ModelPath> by = new ArrayList<>();
        int count = dice.between(0, MOST_SUBTOTALS);
        for (int i = 0; i < count; i++) {
            ModelPath plain = paths.path(object);
            Optional<ModelField> field = paths.field(object, plain);
            ModelPath path = field.filter(known -> known.type() != FieldType.PICKLIST).map(known -> paths.computed(plain, known)).orElse(plain);
            if (by.stream().noneMatch(path::isSame)) {
                by.add(path);
            }
        }
        String kind = by.isEmpty() || dice.chance(60) ? "" : dice.pick(List.of("ROLLUP", "CUBE"));
        List<ModelOperand> operands = new ArrayList<>(dice.some(by, dice.between(0, by.size())));
        int aggregates = dice.between(operands.isEmpty() ? 1 : 0, 3);
        for (int i = 0; i < aggregates; i++) {
            operands.add(aggregate(object));
        }
        if (!kind.isEmpty()) {
            operands.add(new ModelAggregate(ModelAggregate.GROUPING, dice.pick(by)));
        }
        if (dice.chance(2)) {
            operands.add(paths.path(object));
        }
        return new ModelGroups(by, kind, operands, by.isEmpty() || dice.chance(60) ? Optional.empty() : Optional.of(having(object, by)));
    }

    private ModelAggregate aggregate(ModelObject object) {
        ModelPath path = paths.path(object);
        Optional<ModelField> field = paths.field(object, path);
        if (field.isEmpty() || dice.chance(25)) {
            return new ModelAggregate("COUNT", ModelPath.of("Id"));
        }
        boolean dated = field.get().type() == FieldType.DATE || field.get().type() == FieldType.DATETIME;
        List<String> possible = field.get().isNumber() || dice.chance(2) ? OF_NUMBERS : dated ? OF_DATES : OF_ALL;
        return new ModelAggregate(dice.pick(possible), path);
    }

    private ModelTest having(ModelObject object, List<ModelPath> by) {
        ModelTest counted = tests.leaf(new ModelAggregate("COUNT", ModelPath.of("Id")), ModelFunction.CALENDAR_YEAR.result());
        ModelPath path = dice.pick(by);
        Optional<ModelField> field = path.function() == null ? paths.field(object, path) : Optional.of(path.function().result());
        if (field.isEmpty() || dice.chance(50)) {
            return counted;
        }
        ModelTest grouped = tests.leaf(path, field.get());
        return dice.chance(50) ? new ModelTest.Or(List.of(counted, new ModelTest.Not(grouped))) : grouped;
    }
}
