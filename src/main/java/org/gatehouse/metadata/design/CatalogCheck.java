package org.gatehouse.metadata.design;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectCatalog.ChildRelationship;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.metadata.formula.FormulaFields;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.platform.problem.Violations;

/** Refuses an object that means nothing among the others: looks at the catalog as it would be with the object in it. */
final class CatalogCheck {
    /** A record whose access is decided more steps away than this is seen by nobody. */
    private static final int MOST_PARENTS = 5;

    private final ObjectCatalog proposed;
    private final Violations violations;

    CatalogCheck(ObjectCatalog proposed, Violations violations) {
        this.proposed = proposed;
        this.violations = violations;
    }

    void check(ObjectDefinition object) {
        header(object);
        names(object);
        FieldCheck fields = new FieldCheck(violations);
        object.fields().forEach(field -> {
            String place = "/fields/" + field.apiName();
            fields.check(field, place);
            reference(object, field, place);
            formula(object, field, place);
        });
        access(object);
    }

    private void header(ObjectDefinition object) {
        ObjectDefinition.Header header = object.header();
        violations.require(!header.label().isBlank() && header.label().length() <= 80, "/label", "write a label of at most 80 characters");
        violations.require(!header.labelPlural().isBlank() && header.labelPlural().length() <= 80, "/labelPlural",
                "write a label of at most 80 characters");
        violations.require(header.description() == null || header.description().length() <= 1_000, "/description", "is longer than 1000 characters");
        violations.require(header.guidance() == null || header.guidance().length() <= 2_000, "/guidance", "is longer than 2000 characters");
        violations.require(object.field(header.nameField()).filter(field -> (field.type().isText() || field.type() == FieldType.ID) && !field.isFormula()).isPresent(), "/nameField",
                "name a stored text field of the object, or Id");
        if (header.ownerField() != null) {
            violations.require(
                    object.ownerField().filter(field -> field.referenceTo().equals(List.of("User"))).isPresent(), "/ownerField",
                    "name a Lookup of the object that points to User and to nothing else");
        }
    }

    /** A field and a relationship stand side by side in paths and in answers, so no two may have one name. */
    private void names(ObjectDefinition object) {
        Set<String> met = new HashSet<>();
        for (FieldDefinition field : object.fields()) {
            violations.require(met.add(key(field.apiName())), "/fields/" + field.apiName(), "the object has another field or relationship of this name");
        }
        for (FieldDefinition field : object.fields()) {
            if (field.relationshipName() != null) {
                String place = "/fields/" + field.apiName() + "/relationshipName";
                ApiNames.check(field.relationshipName(), place, violations);
                violations.require(met.add(key(field.relationshipName())), place, "the object has another field or relationship of this name");
            }
        }
        for (ChildRelationship children : proposed.childrenOf(object)) {
            String name = children.field().childRelationshipName();
            violations.require(name == null || met.add(key(name)), "/fields/" + children.field().apiName() + "/childRelationshipName",
                    "'" + name + "' is already a field or relationship of " + object.apiName());
        }
    }

    private void reference(ObjectDefinition object, FieldDefinition field, String place) {
        for (String target : field.referenceTo()) {
            Optional<ObjectDefinition> parent = proposed.find(target);
            violations.require(parent.isPresent(), place + "/referenceTo", "there is no object '" + target + "'");
            parent.ifPresent(there -> {
                violations.require(there.idField().traits().keyType() == field.traits().keyType(), place + "/referenceTo",
                        "the column stores " + field.traits().keyType().apiName() + " keys, those of " + target + " are "
                                + there.idField().traits().keyType().apiName());
                if (!there.apiName().equals(object.apiName())) {
                    new CatalogCheck(proposed, violations).childNames(there, field, place);
                }
            });
        }
        if (field.childRelationshipName() != null) {
            ApiNames.check(field.childRelationshipName(), place + "/childRelationshipName", violations);
        }
        violations.require(field.type() != FieldType.MASTER_DETAIL || field.referenceTo().size() == 1, place + "/referenceTo",
                "a MasterDetail points to one object");
    }

    private void childNames(ObjectDefinition parent, FieldDefinition field, String place) {
        String name = field.childRelationshipName();
        if (name == null) {
            return;
        }
        boolean taken = parent.field(name).isPresent()
                || parent.relationship(name).isPresent()
                || proposed.childrenOf(parent).stream()
                                .filter(other -> name.equalsIgnoreCase(other.field().childRelationshipName()))
                                .count()
                        > 1;
        violations.require(!taken, place + "/childRelationshipName", "'" + name + "' is already a field or relationship of " + parent.apiName());
    }

    private void formula(ObjectDefinition object, FieldDefinition field, String place) {
        violations.require(!field.isFormula() || !object.header().nameField().equalsIgnoreCase(field.apiName()), place + "/formula",
                "a name is stored");
        if (field.isFormula()) {
            try {
                FormulaFields.required(object, field);
            } catch (ProblemException e) {
                violations.add(place + "/formula", e.problem().message());
            }
        }
    }

    private void access(ObjectDefinition object) {
        boolean byParent = object.header().orgWideDefault() == OrgWideDefault.CONTROLLED_BY_PARENT;
        Optional<FieldDefinition> parent = object.parentField();
        violations.require(byParent == (object.header().parentField() != null), "/parentField",
                byParent ? "say which reference leads to the parent that controls access" : "only an object that is ControlledByParent has one");
        violations.require(object.header().parentField() == null || parent.filter(field -> field.referenceTo().size() == 1).isPresent(),
                "/parentField", "name a reference of the object that points to one object");
        object.fields().stream()
                .filter(field -> field.type() == FieldType.MASTER_DETAIL)
                .filter(field -> parent.filter(field::equals).isEmpty())
                .forEach(field -> violations.add("/fields/" + field.apiName(),
                        "a MasterDetail controls access: it is the parentField, and there is only one"));
        if (byParent) {
            steps(object);
        }
    }

    private void steps(ObjectDefinition object) {
        ObjectDefinition next = object;
        for (int steps = 0; next.header().orgWideDefault() == OrgWideDefault.CONTROLLED_BY_PARENT; steps++) {
            Optional<ObjectDefinition> parent =
                    next.parentField().filter(field -> field.referenceTo().size() == 1).flatMap(field -> proposed.find(field.referenceTo().getFirst()));
            if (parent.isEmpty() || steps == MOST_PARENTS) {
                violations.add("/parentField", parent.isEmpty()
                        ? "nothing controls access to " + next.apiName()
                        : "no record with a default of its own is within " + MOST_PARENTS + " steps, or the objects control each other in a circle");
                return;
            }
            next = parent.get();
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
