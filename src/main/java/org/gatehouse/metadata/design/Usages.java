package org.gatehouse.metadata.design;

import static org.gatehouse.platform.database.schema.Tables.AUTO_NUMBER;
import static org.gatehouse.platform.database.schema.Tables.FIELD_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.IMPLICIT_CHILD;
import static org.gatehouse.platform.database.schema.Tables.OBJECT_PERMISSION;
import static org.gatehouse.platform.database.schema.Tables.QUEUE_OBJECT;
import static org.gatehouse.platform.database.schema.Tables.RECORD_SHARE;
import static org.gatehouse.platform.database.schema.Tables.RESTRICTION_RULE;
import static org.gatehouse.platform.database.schema.Tables.RULE_CRITERION;
import static org.gatehouse.platform.database.schema.Tables.SHARING_RULE;
import static org.gatehouse.platform.database.schema.Tables.VALIDATION_RULE;
import static org.jooq.impl.DSL.select;

import java.util.regex.Pattern;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jooq.DSLContext;

/**
 * What else names an object or a field. What gives access, or takes it away, stops a deletion until the administrator has removed it; what
 * only belongs to the object goes with it, so that a later object of the same name starts with nobody's permission.
 */
final class Usages {
    private final DSLContext sql;
    private final ObjectCatalog catalog;

    Usages(DSLContext sql, ObjectCatalog catalog) {
        this.sql = sql;
        this.catalog = catalog;
    }

    void refuseUsed(ObjectDefinition object) {
        catalog.referencesTo(object).stream().filter(it -> !it.child().apiName().equals(object.apiName())).findFirst().ifPresent(it -> {
            throw used("The field " + it.child().apiName() + "." + it.field().apiName() + " points to " + object.apiName());
        });
        refuse(sql.fetchExists(SHARING_RULE, SHARING_RULE.OBJECT_NAME.eq(object.apiName())), "A sharing rule is about " + object.apiName());
        refuse(sql.fetchExists(RESTRICTION_RULE, RESTRICTION_RULE.OBJECT_NAME.eq(object.apiName())), "A restriction rule is about " + object.apiName());
    }

    void refuseUsed(ObjectDefinition object, FieldDefinition field) {
        String name = object.apiName() + "." + field.apiName();
        ObjectDefinition.Header header = object.header();
        refuse(ManagedObjects.STANDARD.contains(field.apiName()) && (header.managed() || field.apiName().equals("Id")), name + " belongs to every object");
        refuse(field.apiName().equalsIgnoreCase(header.nameField()), name + " names the records");
        refuse(field.apiName().equalsIgnoreCase(header.ownerField()), name + " names their owners");
        refuse(field.apiName().equalsIgnoreCase(header.parentField()), name + " leads to the parent that controls access");
        Pattern word = Pattern.compile("(?i)(?<![A-Za-z0-9_])" + Pattern.quote(field.apiName()) + "(?![A-Za-z0-9_])");
        object.fields().stream().filter(it -> it.traits().formula() != null && word.matcher(it.traits().formula()).find()).findFirst().ifPresent(it -> {
            throw used("The formula " + object.apiName() + "." + it.apiName() + " computes with " + name);
        });
        sql.selectFrom(VALIDATION_RULE)
                .where(VALIDATION_RULE.OBJECT_NAME.eq(object.apiName()))
                .fetch()
                .stream()
                .filter(rule -> word.matcher(rule.get(VALIDATION_RULE.ERROR_CONDITION)).find()
                        || field.apiName().equalsIgnoreCase(rule.get(VALIDATION_RULE.ERROR_FIELD)))
                .findFirst()
                .ifPresent(rule -> {
                    throw used("The validation rule " + object.apiName() + "." + rule.get(VALIDATION_RULE.API_NAME) + " looks at " + name);
                });
        boolean criterion = sql.fetchExists(RULE_CRITERION, RULE_CRITERION.FIELD_NAME.equalIgnoreCase(field.apiName())
                .and(RULE_CRITERION.RULE_ID.in(select(SHARING_RULE.ID).from(SHARING_RULE).where(SHARING_RULE.OBJECT_NAME.eq(object.apiName()))
                        .union(select(RESTRICTION_RULE.ID).from(RESTRICTION_RULE).where(RESTRICTION_RULE.OBJECT_NAME.eq(object.apiName()))))));
        refuse(criterion, "A sharing rule or a restriction rule asks for " + name);
    }

    /** Takes away what belongs to the object alone. */
    void forget(ObjectDefinition object) {
        sql.deleteFrom(OBJECT_PERMISSION).where(OBJECT_PERMISSION.OBJECT_NAME.eq(object.apiName())).execute();
        sql.deleteFrom(FIELD_PERMISSION).where(FIELD_PERMISSION.OBJECT_NAME.eq(object.apiName())).execute();
        sql.deleteFrom(RECORD_SHARE).where(RECORD_SHARE.OBJECT_NAME.eq(object.apiName())).execute();
        sql.deleteFrom(QUEUE_OBJECT).where(QUEUE_OBJECT.OBJECT_NAME.eq(object.apiName())).execute();
        sql.deleteFrom(IMPLICIT_CHILD).where(IMPLICIT_CHILD.OBJECT_NAME.eq(object.apiName())).execute();
        sql.deleteFrom(AUTO_NUMBER).where(AUTO_NUMBER.OBJECT_NAME.eq(object.apiName())).execute();
        sql.deleteFrom(VALIDATION_RULE).where(VALIDATION_RULE.OBJECT_NAME.eq(object.apiName())).execute();
    }

    /** Takes away what belongs to the field alone. */
    void forget(ObjectDefinition object, FieldDefinition field) {
        sql.deleteFrom(FIELD_PERMISSION)
                .where(FIELD_PERMISSION.OBJECT_NAME.eq(object.apiName()).and(FIELD_PERMISSION.FIELD_NAME.eq(field.apiName())))
                .execute();
        sql.deleteFrom(IMPLICIT_CHILD)
                .where(IMPLICIT_CHILD.OBJECT_NAME.eq(object.apiName()).and(IMPLICIT_CHILD.FIELD_NAME.eq(field.apiName())))
                .execute();
        sql.deleteFrom(AUTO_NUMBER)
                .where(AUTO_NUMBER.OBJECT_NAME.eq(object.apiName()).and(AUTO_NUMBER.FIELD_NAME.eq(field.apiName())))
                .execute();
    }

    private static void refuse(boolean used, String sentence) {
        if (used) {
            throw used(sentence);
        }
    }

    private static ProblemException used(String sentence) {
        return new ProblemException(new Problem.Conflict(sentence + ". Change that first."));
    }
}
