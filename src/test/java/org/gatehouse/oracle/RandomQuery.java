package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.oracle.ModelQuery.Nulls;
import org.gatehouse.oracle.ModelQuery.Order;
import org.gatehouse.oracle.ModelQuery.Selected;
import org.gatehouse.oracle.Organisation.Person;
import org.jspecify.annotations.Nullable;

/** Makes questions for an organisation: mostly such as the person may ask, now and then of what is hidden or does not exist. */
final class RandomQuery {
    private static final int MOST_HOPS = 5;

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
        int roll = dice.between(1, 100);
        if (roll <= 12) {
            return query(name, object, Selected.COUNT, orders(object));
        }
        if (roll <= 35) {
            ModelGroups groups = new RandomGroupBy(dice, this, tests).groups(object);
            return query(name, object, Selected.of(groups), groupOrders(groups));
        }
        return query(name, object, selected(object), orders(object));
    }

    private ModelQuery query(String name, ModelObject object, Selected selected, List<Order> orders) {
        Optional<ModelTest> where = dice.chance(70) ? Optional.of(tests.make(object, 2)) : Optional.empty();
        Integer limit = selected.many() != null && !dice.chance(4) ? (Integer) dice.between(0, 12) : rows(30, 0, 12);
        return new ModelQuery(name, selected, where, orders, limit, rows(15, 0, dice.chance(10) ? 2_001 : 6));
    }

    private Selected selected(ModelObject object) {
        List<ModelPath> paths = new ArrayList<>();
        int fields = dice.between(1, 4);
        for (int i = 0; i < fields; i++) {
            ModelPath path = path(object);
            boolean label = field(object, path).filter(ModelField::isPicklist).isPresent() && dice.chance(50);
            paths.add(label ? path.with(ModelFunction.TO_LABEL) : path);
        }
        String many = !object.isUser() && dice.chance(6) ? dice.pick(List.of("ALL", "STANDARD", "CUSTOM")) : null; // Of people the model knows some fields only.
        Optional<ModelTypeOf> typeOf = dice.chance(12) ? typeOf(object) : Optional.empty();
        List<ModelQuery> children = dice.chance(20) ? children(object) : List.of();
        return new Selected(paths, many, typeOf, children, null);
    }

    private Optional<ModelTypeOf> typeOf(ModelObject object) {
        List<ModelField> references = object.fields().stream().filter(field -> field.relationship() != null).toList();
        List<ModelField> several = references.stream().filter(field -> field.targets().size() > 1).toList();
        if (references.isEmpty()) {
            return Optional.empty();
        }
        ModelField reference = dice.pick(several.isEmpty() ? references : several);
        List<ModelTypeOf.Branch> branches = new ArrayList<>();
        for (String target : dice.some(reference.targets(), dice.between(1, 2))) {
            ModelObject named = dice.chance(3) ? dice.pick(organisation.objects()) : organisation.require(target);
            branches.add(new ModelTypeOf.Branch(dice.anyCase(named.name()), List.of(path(named), path(named))));
        }
        List<ModelPath> otherwise = dice.chance(50) ? List.of(ModelPath.of("Id"), ModelPath.of("Name")) : List.of();
        return Optional.of(new ModelTypeOf(dice.anyCase(java.util.Objects.requireNonNull(reference.relationship())), branches, otherwise));
    }

    /** A query for the children by one of the relationships to them. */
    private List<ModelQuery> children(ModelObject object) {
        List<ModelObject.Child> all = organisation.objects().stream()
                .flatMap(child -> child.fields().stream()
                        .filter(field -> field.children() != null && field.targets().contains(object.name()))
                        .map(field -> new ModelObject.Child(child, field)))
                .filter(child -> dice.chance(3) || (rights.canRead(child.object()) && rights.canRead(child.object(), child.reference())))
                .toList();
        if (all.isEmpty()) {
            return List.of();
        }
        ModelObject.Child child = dice.pick(all);
        Selected selected = new Selected(
                List.of(path(child.object()), path(child.object())), null, Optional.empty(),
                dice.chance(20) ? children(child.object()) : List.of(), null);
        Optional<ModelTest> where = dice.chance(50) ? Optional.of(tests.make(child.object(), 1)) : Optional.empty();
        return List.of(new ModelQuery(
                dice.anyCase(java.util.Objects.requireNonNull(child.reference().children())), selected, where, orders(child.object()), rows(30, 0, 4),
                rows(10, 0, 2)));
    }

    private List<Order> orders(ModelObject object) {
        List<Order> orders = new ArrayList<>();
        if (dice.chance(60)) {
            int count = dice.between(1, 3);
            for (int i = 0; i < count; i++) {
                ModelPath path = path(object);
                Optional<ModelField> field = field(object, path).filter(known -> known.type() != FieldType.PICKLIST);
                orders.add(order(field.isEmpty() ? path : computed(path, field.get())));
            }
        }
        return orders;
    }

    private List<Order> groupOrders(ModelGroups groups) {
        return dice.chance(60) ? dice.some(groups.operands(), 2).stream().map(this::order).toList() : List.of();
    }

    private Order order(ModelOperand operand) {
        return new Order(operand, dice.chance(40), dice.pick(List.of(Nulls.values())));
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
        boolean several = false;
        List<String> steps = new ArrayList<>();
        while (steps.size() < (dice.chance(2) ? MOST_HOPS + 1 : MOST_HOPS) && dice.chance(35)) {
            List<ModelField> possible = steps(object);
            if (possible.isEmpty()) {
                break;
            }
            ModelField step = dice.pick(possible);
            steps.add(dice.anyCase(java.util.Objects.requireNonNull(step.relationship())));
            several = step.targets().size() > 1;
            object = organisation.require(dice.pick(step.targets()));
        }
        if (several && dice.chance(70)) {
            return new ModelPath(steps, dice.anyCase(dice.pick(List.of("Id", "Name", "Type"))), null);
        }
        ModelObject last = object;
        List<ModelField> readable = last.fields().stream().filter(field -> rights.canRead(last, field)).toList();
        ModelField field = readable.isEmpty() || dice.chance(2) ? dice.pick(last.fields()) : dice.pick(readable);
        return new ModelPath(steps, dice.chance(1) ? "Nothing" : dice.anyCase(field.name()), null);
    }

    private List<ModelField> steps(ModelObject object) {
        if (dice.chance(2)) {
            return object.fields().stream().filter(field -> field.relationship() != null).toList();
        }
        return object.fields().stream()
                .filter(step -> step.relationship() != null && rights.canRead(object, step))
                .filter(step -> step.targets().stream().anyMatch(target -> rights.canRead(organisation.require(target))))
                .toList();
    }

    /** The same path, now and then within a function that fits what it leads to. */
    ModelPath computed(ModelPath path, ModelField field) {
        return switch (field.type()) {
            case DATE -> dice.chance(40) ? path.with(dice.pick(ModelFunction.OF_DATES)) : path;
            case DATETIME -> dice.chance(40) ? path.with(dice.pick(ModelFunction.OF_TIMES)) : path;
            case PICKLIST -> dice.chance(40) ? path.with(ModelFunction.TO_LABEL) : path;
            default -> path;
        };
    }

    /** The field that a path leads to, if it leads anywhere; of several objects that of the first that has it. */
    Optional<ModelField> field(ModelObject from, ModelPath path) {
        List<ModelObject> objects = List.of(from);
        boolean several = false;
        for (String step : path.relationships()) {
            List<ModelField> references = objects.stream().flatMap(object -> object.relationship(step).stream()).toList();
            several = references.stream().anyMatch(reference -> reference.targets().size() > 1);
            objects = references.stream().flatMap(reference -> reference.targets().stream()).map(organisation::require).toList();
        }
        if (several && path.field().equalsIgnoreCase("Type")) {
            return Optional.of(Values.TYPE);
        }
        return objects.stream()
                .flatMap(object -> object.field(path.field()).stream())
                .filter(field -> field.type() != FieldType.LONG_TEXT || dice.chance(5))
                .findFirst();
    }
}
