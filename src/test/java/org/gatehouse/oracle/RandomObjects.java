package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.OrgWideDefault;
import org.jspecify.annotations.Nullable;

/** Makes objects of all kinds over a fixed set of tables, and the one that stands for people. */
final class RandomObjects {
    /** How many tables there are. */
    static final int TABLES = 6;

    private static final List<String> NAMES = List.of("Account", "Deal", "Order", "Limit", "Ticket", "Visit__c");

    /** Fields that an object may have, each with the column that every table has for it. */
    static final List<ModelField> CHOICES = List.of(
            ModelField.plain("Subject", FieldType.TEXT, "text_a", false),
            ModelField.plain("Code", FieldType.TEXT, "text_b", true),
            ModelField.plain("Notes", FieldType.LONG_TEXT, "long_a", false),
            ModelField.plain("Quantity", FieldType.NUMBER, "number_a", false),
            ModelField.plain("Amount", FieldType.CURRENCY, "number_b", false),
            ModelField.plain("Share", FieldType.PERCENT, "number_c", false),
            ModelField.plain("IsOpen", FieldType.BOOLEAN, "bool_a", false),
            ModelField.plain("Due", FieldType.DATE, "date_a", false),
            ModelField.plain("Seen", FieldType.DATETIME, "datetime_a", false),
            ModelField.plain("Stage", FieldType.PICKLIST, "pick_a", false),
            ModelField.plain("Tags", FieldType.MULTI_PICKLIST, "multi_a", false),
            ModelField.plain("Mail", FieldType.EMAIL, "email_a", false),
            ModelField.plain("Phone", FieldType.PHONE, "phone_a", false),
            ModelField.plain("Site", FieldType.URL, "url_a", false));

    private final Dice dice;
    private final List<ModelObject> made = new ArrayList<>();

    RandomObjects(Dice dice) {
        this.dice = dice;
    }

    List<ModelObject> objects() {
        int count = dice.between(3, TABLES);
        List<String> names = NAMES.subList(0, count);
        for (int i = 0; i < count; i++) {
            made.add(object(i, names));
        }
        made.add(user());
        return made;
    }

    private ModelObject object(int number, List<String> names) {
        boolean detail = number > 0 && dice.chance(35);
        OrgWideDefault orgWideDefault = detail ? OrgWideDefault.CONTROLLED_BY_PARENT : byDefault();
        boolean owned = dice.chance(detail ? 20 : 90);
        List<ModelField> fields = new ArrayList<>(List.of(ModelField.plain("Id", FieldType.ID, "id", true)));
        fields.add(ModelField.plain("Name", FieldType.TEXT, "name", true));
        if (dice.chance(75)) {
            fields.add(ModelField.plain("IsDeleted", FieldType.BOOLEAN, "is_deleted", true));
        }
        if (owned) {
            fields.add(reference("OwnerId", FieldType.LOOKUP, "owner_id", true, List.of(ModelObject.USER), "Owner", null, false));
        }
        if (detail) {
            fields.add(reference("MasterId", FieldType.MASTER_DETAIL, "parent_id", true, List.of(dice.pick(names.subList(0, number))), "Master",
                    names.get(number) + "Details", false));
        }
        if (dice.chance(80)) {
            fields.add(reference("FirstId", FieldType.LOOKUP, "ref_a", dice.chance(30), List.of(dice.pick(names)), "First", names.get(number) + "First",
                    orgWideDefault == OrgWideDefault.PRIVATE && dice.chance(25)));
        }
        if (dice.chance(40)) {
            fields.add(reference("SecondId", FieldType.LOOKUP, "ref_b", dice.chance(30), List.of(dice.pick(names)), "Second", names.get(number) + "Second", false));
        }
        if (dice.chance(40)) {
            fields.add(reference("AnyId", FieldType.LOOKUP, "ref_any", dice.chance(30), dice.some(names, 2), "Any", null, false));
        }
        fields.addAll(dice.some(CHOICES, dice.between(4, 10)));
        fields.addAll(formulas(fields));
        return new ModelObject(
                names.get(number), "a0" + number, "oracle_" + number, orgWideDefault, dice.chance(75), owned, detail ? "MasterId" : null, fields);
    }

    private List<ModelField> formulas(List<ModelField> stored) {
        Set<String> names = stored.stream().map(ModelField::name).collect(Collectors.toSet());
        List<ModelField> possible = ModelFormula.FIELDS.stream()
                .filter(field -> names.containsAll(java.util.Objects.requireNonNull(field.formula()).inputs()))
                .toList();
        return dice.some(possible, dice.between(0, 2));
    }

    private OrgWideDefault byDefault() {
        int roll = dice.between(1, 100);
        return roll <= 65 ? OrgWideDefault.PRIVATE : roll <= 85 ? OrgWideDefault.PUBLIC_READ : OrgWideDefault.PUBLIC_READ_WRITE;
    }

    private static ModelField reference(
            String name, FieldType type, String column, boolean alwaysReadable, List<String> targets, String relationship, @Nullable String children,
            boolean implicitParent) {
        return new ModelField(name, type, column, alwaysReadable, targets, relationship, children, implicitParent, null);
    }

    /** The object that Gatehouse's own migration makes, as far as the model asks for it. */
    private static ModelObject user() {
        return new ModelObject(ModelObject.USER, "005", "app_user", OrgWideDefault.PUBLIC_READ, false, false, null, List.of(
                ModelField.plain("Id", FieldType.ID, "id", true),
                ModelField.plain("Name", FieldType.TEXT, "name", true),
                ModelField.plain("Username", FieldType.TEXT, "username", true),
                ModelField.plain("Email", FieldType.EMAIL, "email", false),
                ModelField.plain("IsActive", FieldType.BOOLEAN, "active", true)));
    }
}
