package org.gatehouse.query.plan;

import java.time.temporal.ChronoUnit;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.metadata.formula.Formula;
import org.gatehouse.metadata.formula.FormulaFields;
import org.gatehouse.metadata.formula.FormulaType;
import org.gatehouse.permission.EffectiveAccess;

/** What all parts of one plan are made under: whose access, when, how much, and what the formula fields of the catalog compute. */
record PlanContext(EffectiveAccess access, Moment moment, QueryLimits limits, FormulaFields formulas) {
    /** A formula that cannot be read any more gives null, in every record alike. */
    Computation computation(ObjectDefinition object, FieldDefinition field) {
        Formula formula = formulas.of(object, field).orElseGet(() -> new Formula.Constant(FormulaType.NOTHING, null));
        // Databases keep microseconds.
        return new Computation(formula, moment.now().truncatedTo(ChronoUnit.MICROS));
    }
}
