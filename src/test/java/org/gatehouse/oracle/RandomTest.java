package org.gatehouse.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.oracle.ModelTest.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes conditions over values that mostly occur, in any case. */
final class RandomTest {
    private static final List<String> EQUALITY = List.of("=", "!=", "<>");
    private static final List<String> ALL = List.of("=", "!=", "<>", "<", "<=", ">", ">=");

    private final Dice dice;
    private final Organisation organisation;
    private final RandomQuery paths;
    private final RandomRecords values;

    RandomTest(Dice dice, Organisation organisation, RandomQuery paths) {
        this.dice = dice;
        this.organisation = organisation;
        this.paths = paths;
        this.values = new RandomRecords(dice, organisation.objects(), organisation.people(), organisation.sharing().groups());
    }

    ModelTest make(ModelObject object, int depth) {
        return make(object, depth, true);
    }

    /** @param inside whether there may be queries inside */
    ModelTest make(ModelObject object, int depth, boolean inside) {
        if (depth > 0 && dice.chance(45)) {
            List<ModelTest> terms = new ArrayList<>();
            int count = dice.between(2, 3);
            for (int i = 0; i < count; i++) {
                terms.add(make(object, depth - 1, inside));
            }
            return dice.chance(50) ? new ModelTest.And(terms) : new ModelTest.Or(terms);
        }
        return dice.chance(15) ? new ModelTest.Not(make(object, depth - 1, inside)) : leaf(object, inside);
    }

    private ModelTest leaf(ModelObject object, boolean inside) {
        if (inside && dice.chance(8)) {
            return insideOf(object);
        }
        ModelPath plain = paths.path(object);
        Optional<ModelField> known = paths.field(object, plain);
        ModelPath path = known.isEmpty() ? ModelPath.of("Id") : paths.computed(plain, known.get());
        ModelField field = path.function() == null ? known.orElse(object.fields().getFirst()) : path.function().result();
        boolean dated = field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
        if (dated && dice.chance(45)) {
            return new ModelTest.Days(path, dice.pick(ALL), ModelDays.some(dice));
        }
        if (field.type() == FieldType.MULTI_PICKLIST ? dice.chance(70) : dice.chance(1)) {
            return new ModelTest.Includes(path, dice.chance(40), List.of(text(field), text(field)));
        }
        return leaf(path, field);
    }

    /** A test of an operand, with values that fit its field. */
    ModelTest leaf(ModelOperand path, ModelField field) {
        int roll = dice.between(1, 100);
        if (roll <= (field.isText() ? 30 : 1)) {
            return new ModelTest.Like(path, pattern(value(field)));
        }
        if (roll <= 55) {
            List<@Nullable Object> several = new ArrayList<>();
            int count = dice.between(1, 4);
            for (int i = 0; i < count; i++) {
                several.add(value(field));
            }
            return new ModelTest.In(path, dice.chance(40), several);
        }
        boolean ordered = (field.type() != FieldType.BOOLEAN && field.type() != FieldType.MULTI_PICKLIST) || dice.chance(3);
        String operator = dice.pick(ordered ? ALL : EQUALITY);
        Object value = EQUALITY.contains(operator) || dice.chance(2) ? value(field) : known(field);
        return new ModelTest.Compare(path, operator, value);
    }

    private String text(ModelField field) {
        return field.type() == FieldType.MULTI_PICKLIST ? dice.anyCase((String) values.some(field)) : "alpha";
    }

    /** An id among those that a query finds. */
    private ModelTest insideOf(ModelObject object) {
        ModelObject inner = dice.pick(organisation.objects());
        List<ModelField> back = inner.fields().stream().filter(field -> field.targets().contains(object.name())).toList();
        List<ModelField> references = object.fields().stream().filter(field -> field.targets().contains(inner.name())).toList();
        boolean ahead = !references.isEmpty() && (back.isEmpty() || dice.chance(50));
        ModelPath path = ahead ? ModelPath.of(dice.pick(references).name()) : ModelPath.of(dice.chance(3) ? "Name" : "Id");
        ModelPath found = ahead || back.isEmpty() ? ModelPath.of("Id") : ModelPath.of(dice.pick(back).name());
        return new ModelTest.InQuery(
                path, dice.chance(40), inner.name(), found, dice.chance(60) ? Optional.of(make(inner, 1, false)) : Optional.empty());
    }

    private @Nullable Object value(ModelField field) {
        return dice.chance(12) ? null : known(field);
    }

    /** A value that some record has, or might have; hardly ever one of another type. */
    private Object known(ModelField field) {
        if (dice.chance(1)) {
            return field.isNumber() ? "five" : BigDecimal.ONE;
        }
        if (field.type() == FieldType.ID || field.name().equals("OwnerId")) {
            return dice.pick(dice.pick(organisation.objects().stream().map(organisation::recordsOf).toList())).id();
        }
        Object some = values.some(field);
        return some instanceof String text && field.isText() ? dice.anyCase(text) : some;
    }

    private Pattern pattern(@Nullable Object value) {
        List<Integer> parts = new ArrayList<>(String.valueOf(value).codePoints().boxed().toList());
        if (dice.chance(40)) {
            parts.set(dice.between(0, parts.size() - 1), Pattern.ONE);
        }
        List<Integer> cut = parts.subList(dice.chance(40) ? parts.size() / 2 : 0, dice.chance(30) ? parts.size() : (parts.size() + 1) / 2);
        List<Integer> shown = cut.isEmpty() ? parts : cut;
        Stream<Integer> any = Stream.of(Pattern.ANY);
        return new Pattern(switch (dice.between(0, 3)) {
            case 0 -> shown;
            case 1 -> Stream.concat(shown.stream(), any).toList();
            case 2 -> Stream.concat(any, shown.stream()).toList();
            default -> Stream.of(Stream.of(Pattern.ANY), shown.stream(), Stream.of(Pattern.ANY)).flatMap(part -> part).toList();
        });
    }
}
