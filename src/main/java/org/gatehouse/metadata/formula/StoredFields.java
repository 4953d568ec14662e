package org.gatehouse.metadata.formula;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.metadata.FieldDefinition;

/** Finds the stored fields that formulas look at. */
public final class StoredFields {
    private StoredFields() {}

    /** The stored fields that any of the formulas looks at. */
    public static Set<FieldDefinition> of(Collection<Formula> formulas) {
        Set<FieldDefinition> fields = new LinkedHashSet<>();
        formulas.forEach(formula -> collect(formula, fields));
        return Set.copyOf(fields);
    }

    private static void collect(Formula formula, Set<FieldDefinition> fields) {
        switch (formula) {
            case Formula.Stored(var field, var ignored) -> fields.add(field);
            case Formula.Prior(var field, var ignored) -> fields.add(field);
            case Formula.Constant ignored -> { }
            case Formula.IsNew ignored -> { }
            case Formula.Negative(var operand) -> collect(operand, fields);
            case Formula.Blank(var operand) -> collect(operand, fields);
            case Formula.InWords(var operand) -> collect(operand, fields);
            case Formula.Binary binary -> List.of(binary.left(), binary.right()).forEach(part -> collect(part, fields));
            case Formula.Choice choice ->
                List.of(choice.condition(), choice.then(), choice.otherwise()).forEach(part -> collect(part, fields));
            case Formula.Applied applied -> applied.arguments().forEach(part -> collect(part, fields));
        }
    }
}
