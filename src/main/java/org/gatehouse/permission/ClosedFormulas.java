package org.gatehouse.permission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.formula.Formula;
import org.gatehouse.metadata.formula.FormulaFields;
import org.gatehouse.metadata.formula.StoredFields;
import org.gatehouse.permission.Permissions.FieldName;

/**
 * Finds the formula fields that ceilings close. An administrator who lets people read a formula publishes what it computes, whatever they may read
 * of the fields behind it. A ceiling is another matter: it says what an agent must not learn, so a formula over a field that it hides or
 * masks is closed with that field.
 */
final class ClosedFormulas {
    private ClosedFormulas() {}

    static Set<FieldName> under(Ceilings ceilings, ObjectCatalog catalog) {
        if (ceilings.ceilings().isEmpty()) {
            return Set.of();
        }
        Set<FieldName> closed = new HashSet<>();
        FormulaFields formulas = new FormulaFields(catalog);
        for (ObjectDefinition object : catalog.objects()) {
            object.fields().stream()
                    .filter(FieldDefinition::isFormula)
                    .filter(field -> formulas.of(object, field).filter(formula -> open(ceilings, object, formula)).isEmpty())
                    .forEach(field -> closed.add(new FieldName(object.apiName(), field.apiName())));
        }
        return Set.copyOf(closed);
    }

    private static boolean open(Ceilings ceilings, ObjectDefinition object, Formula formula) {
        return StoredFields.of(List.of(formula)).stream()
                .allMatch(input -> ceilings.readable(object, input) && ceilings.mask(object, input).isEmpty());
    }
}
