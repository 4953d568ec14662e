package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.oracle.ModelCriteria.Criterion;
import org.gatehouse.oracle.ModelSharing.Group;
import org.gatehouse.oracle.ModelSharing.ImplicitChild;
import org.gatehouse.oracle.ModelSharing.Restriction;
import org.gatehouse.oracle.ModelSharing.Rule;
import org.gatehouse.oracle.ModelSharing.Share;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.oracle.Organisation.Role;
import org.jspecify.annotations.Nullable;

/** Makes rules, restrictions and manual shares. */
final class RandomSharing {
    private static final List<String> EQUALITY = List.of("equals", "notEqual");
    private static final List<String> TEXT = List.of("equals", "notEqual", "startsWith", "contains");
    private static final List<String> ORDER = List.of("equals", "notEqual", "lessThan", "lessOrEqual", "greaterThan", "greaterOrEqual");

    private final Dice dice;
    private final List<ModelObject> objects;
    private final RandomRecords values;
    private final List<Role> roles;
    private final List<String> groups;
    private final List<String> principals;

    RandomSharing(Dice dice, List<ModelObject> objects, List<Role> roles, List<Person> people, List<Group> groups, RandomRecords values) {
        this.dice = dice;
        this.objects = objects.stream().filter(object -> !object.isUser()).toList();
        this.values = values;
        this.roles = roles;
        this.groups = Stream.concat(
                        roles.stream().flatMap(role -> Stream.of("R-" + role.id(), "S-" + role.id())),
                        groups.stream().filter(group -> !group.isQueue()).map(Group::id))
                .toList();
        this.principals = Stream.concat(this.groups.stream(), people.stream().map(Person::id)).toList();
    }

    ModelSharing sharing(List<Group> all, Map<String, List<ModelRecord>> records) {
        List<Rule> rules = new ArrayList<>();
        List<Restriction> restrictions = new ArrayList<>();
        List<Share> shares = new ArrayList<>();
        for (ModelObject object : objects) {
            boolean own = object.orgWideDefault() != OrgWideDefault.CONTROLLED_BY_PARENT;
            int count = own ? dice.between(0, 2) : 0;
            for (int i = 0; i < count; i++) {
                rules.add(rule("0SR%015d".formatted(rules.size()), object));
            }
            if (dice.chance(15)) {
                restrictions.add(new Restriction(
                        "0RR%015d".formatted(restrictions.size()), object.name(), dice.pick(groups), !dice.chance(20), criteria(object)));
            }
            if (own) {
                dice.some(records.getOrDefault(object.name(), List.of()), dice.between(0, 4))
                        .forEach(record -> shares.add(new Share(object.name(), record.id(), dice.pick(principals), dice.chance(40))));
            }
        }
        return new ModelSharing(all, rules, restrictions, implicitChildren(), shares);
    }

    private Rule rule(String id, ModelObject object) {
        boolean byOwner = object.owned() && dice.chance(50);
        return new Rule(
                id, object.name(), byOwner ? dice.pick(groups) : null, dice.pick(groups), dice.chance(40),
                byOwner ? ModelCriteria.NONE : criteria(object));
    }

    private List<ImplicitChild> implicitChildren() {
        return objects.stream()
                .filter(object -> object.orgWideDefault() == OrgWideDefault.PRIVATE)
                .flatMap(object -> object.field("FirstId").stream().map(field -> new ImplicitChild(
                        dice.pick(roles).id(), object.name(), field.name(), dice.chance(40))))
                .filter(child -> dice.chance(25))
                .toList();
    }

    private ModelCriteria criteria(ModelObject object) {
        List<ModelField> usable = object.fields().stream().filter(field -> field.type() != FieldType.LONG_TEXT && field.formula() == null && !field.name().equals("IsDeleted")).toList();
        List<Criterion> criteria = new ArrayList<>();
        int count = dice.between(1, 2);
        for (int i = 0; i < count; i++) {
            criteria.add(criterion(dice.pick(usable)));
        }
        return new ModelCriteria(dice.chance(50), criteria);
    }

    private Criterion criterion(ModelField field) {
        if (field.name().equals("OwnerId")) {
            return new Criterion(field.name(), dice.pick(EQUALITY), dice.pick(List.of("$User.Id", "005000000000000001", "$User.RoleId")));
        }
        String operator = dice.pick(switch (field.type()) {
            case TEXT, PICKLIST, MULTI_PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER -> TEXT;
            case NUMBER, CURRENCY, PERCENT, DATE, DATETIME -> ORDER;
            case ID, BOOLEAN, LOOKUP, MASTER_DETAIL, LONG_TEXT -> EQUALITY;
        });
        @Nullable Object value = EQUALITY.contains(operator) && dice.chance(15) ? null : values.some(field);
        return new Criterion(field.name(), operator, value);
    }
}
