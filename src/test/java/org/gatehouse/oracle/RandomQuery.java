package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.oracle.ModelQuery.Nulls;
import org.gatehouse.oracle.Organisation.Person;
import org.jspecify.annotations.Nullable;

/** Makes questions for an organisation: mostly such as the person may ask, now and then of what is hidden or does not exist. */
final class RandomQuery {
    private final Dice dice;
    private final Organisation organisation;
    private final Rights rights;
    private final RandomTest tests;

    RandomQuery(Dice dice, Organisation organisation, Person person) {
        this.dice = dice;
        this.organisation = organisation;
        this.rights = new Rights(organisation, person);
        this.tests = new RandomTest(dice, organisation, this);
    }

    ModelQuery make() {
        ModelObject object = object();
        String name = dice.chance(2) ? "Nothing" : dice.anyCase(object.name());
        List<ModelPath> paths = new ArrayList<>();
        if (!dice.chance(15)) {
            int fields = dice.between(1, 5);
            for (int i = 0; i < fields; i++) {
                paths.add(path(object));
            }
        }
        Optional<ModelTest> where = dice.chance(70) ? Optional.of(tests.make(object, 2)) : Optional.empty();
        List<ModelQuery.Order> orders = new ArrayList<>();
        if (dice.chance(60)) {
            int count = dice.between(1, 3);
            for (int i = 0; i < count; i++) {
                orders.add(new ModelQuery.Order(path(object), dice.chance(40), dice.pick(List.of(Nulls.values()))));
            }
        }
        return new ModelQuery(name, paths, where, orders, rows(30, 0, 12), rows(15, 0, dice.chance(10) ? 2_001 : 6));
    }

    private @Nullable Integer rows(int percent, int least, int most) {
        return dice.chance(percent) ? (Integer) dice.between(least, most) : null;
    }

    private ModelObject object() {
        List<ModelObject> readable = organisation.objects().stream().filter(rights::canRead).toList();
        return readable.isEmpty() || dice.chance(4) ? dice.pick(organisation.objects()) : dice.pick(readable);
    }

    /** A path from an object, of no step or a few. */
    ModelPath path(ModelObject from) {
        ModelObject object = from;
        List<String> steps = new ArrayList<>();
        while (steps.size() < 4 && dice.chance(35)) {
            List<ModelField> possible = steps(object);
            if (possible.isEmpty()) {
                break;
            }
            ModelField step = dice.pick(possible);
            steps.add(dice.anyCase(java.util.Objects.requireNonNull(step.relationship())));
            object = organisation.require(step.targets().getFirst());
        }
        ModelObject last = object;
        List<ModelField> readable = last.fields().stream().filter(field -> rights.canRead(last, field)).toList();
        ModelField field = readable.isEmpty() || dice.chance(2) ? dice.pick(last.fields()) : dice.pick(readable);
        return new ModelPath(steps, dice.chance(1) ? "Nothing" : dice.anyCase(field.name()));
    }

    private List<ModelField> steps(ModelObject object) {
        if (dice.chance(2)) {
            return object.fields().stream().filter(field -> field.relationship() != null).toList();
        }
        return object.steps().stream()
                .filter(step -> rights.canRead(object, step) && rights.canRead(organisation.require(step.targets().getFirst())))
                .toList();
    }

    /** The field that a path leads to, if it leads anywhere. */
    Optional<ModelField> field(ModelObject from, ModelPath path) {
        ModelObject object = from;
        for (String step : path.relationships()) {
            object = organisation.require(object.relationship(step).orElseThrow().targets().getFirst());
        }
        return object.field(path.field()).filter(field -> field.type() != FieldType.LONG_TEXT || dice.chance(5));
    }
}
