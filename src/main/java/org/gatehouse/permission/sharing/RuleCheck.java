package org.gatehouse.permission.sharing;

import java.util.List;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.OrgWideDefault;
import org.gatehouse.permission.Criteria;
import org.gatehouse.permission.Permissions;
import org.gatehouse.permission.sharing.SharingSettings.Criterion;
import org.gatehouse.permission.sharing.SharingSettings.Restriction;
import org.gatehouse.permission.sharing.SharingSettings.Rule;

/** Refuses rules that mean nothing, before they are kept. */
final class RuleCheck {
    private final ObjectCatalog catalog;

    RuleCheck(ObjectCatalog catalog) {
        this.catalog = catalog;
    }

    ObjectDefinition rule(Rule rule) {
        ObjectDefinition object = object(rule.object());
        if (!rule.level().equals("Read") && !rule.level().equals("Edit")) {
            throw GroupNames.invalid("/level", "a rule opens records for Read or for Edit");
        }
        OrgWideDefault open = object.header().orgWideDefault();
        boolean useless = switch (open) {
            case PRIVATE -> false;
            case PUBLIC_READ -> rule.level().equals("Read");
            case PUBLIC_READ_WRITE, CONTROLLED_BY_PARENT -> true;
        };
        if (useless) {
            throw GroupNames.invalid("/level", "the org-wide default of " + object.apiName() + " leaves a rule nothing to open");
        }
        if ((rule.source() == null) == rule.criteria().isEmpty()) {
            throw GroupNames.invalid("/source", "name either whose records are opened, or criteria that say which");
        }
        if (rule.source() != null && object.ownerField().isEmpty()) {
            throw GroupNames.invalid("/source", "records of " + object.apiName() + " have no owner; write criteria");
        }
        criteria(object, rule.criteria(), rule.any());
        return object;
    }

    ObjectDefinition restriction(Restriction rule) {
        ObjectDefinition object = object(rule.object());
        if (rule.criteria().isEmpty()) {
            throw GroupNames.invalid("/criteria", "say which records stay");
        }
        criteria(object, rule.criteria(), rule.any());
        return object;
    }

    private ObjectDefinition object(String name) {
        return catalog.find(name).orElseThrow(() -> GroupNames.invalid("/object", "there is no object '" + name + "'"));
    }

    private static void criteria(ObjectDefinition object, List<Criterion> criteria, boolean any) {
        for (int i = 0; i < criteria.size(); i++) {
            Criteria one = new Criteria(
                    List.of(new Criteria.Criterion(criteria.get(i).field(), criteria.get(i).operator(), criteria.get(i).value())), any);
            if (one.on(object, Permissions.nobody()).isEmpty()) {
                throw GroupNames.invalid(
                        "/criteria/" + i, "field, operator and value do not fit together; text compares by equals, notEqual, startsWith and contains,"
                                + " numbers and dates also by lessThan, lessOrEqual, greaterThan and greaterOrEqual");
            }
        }
    }
}
