package org.gatehouse.metadata.formula;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.FieldType;
import org.gatehouse.metadata.ObjectCatalog;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.platform.problem.ProblemException;

/** The formula fields of one catalog, each compiled when it is first asked for. */
public final class FormulaFields {
    private final ObjectCatalog catalog;
    private final ConcurrentHashMap<Key, Optional<Formula>> formulas = new ConcurrentHashMap<>();

    public FormulaFields(ObjectCatalog catalog) {
        this.catalog = catalog;
    }

    /** The catalog that the formulas belong to. */
    public ObjectCatalog catalog() {
        return catalog;
    }

    /** What a formula field computes; empty if it cannot be read any more. */
    public Optional<Formula> of(ObjectDefinition object, FieldDefinition field) {
        return formulas.computeIfAbsent(new Key(object.apiName(), field.apiName()), key -> compiled(object, field));
    }

    private static Optional<Formula> compiled(ObjectDefinition object, FieldDefinition field) {
        try {
            return Optional.of(required(object, field));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /**
     * What a formula field computes.
     *
     * @throws ProblemException with the line and the column of the formula if it is none, or too much for a statement
     */
    public static Formula required(ObjectDefinition object, FieldDefinition field) {
        Formula formula = FormulaTyping.field(object, field);
        Set<FieldDefinition> inputs = StoredFields.of(Set.of(formula));
        Term.Place start = new Term.Place(1, 1);
        if (FormulaWeight.of(formula) > FormulaWeight.MOST) {
            throw FormulaProblems.at(start, "the formula is too much for a query; make it shorter.");
        }
        inputs.stream().filter(input -> input.type() == FieldType.LONG_TEXT).findFirst().ifPresent(input -> {
            throw FormulaProblems.at(start, "the long text '" + input.apiName() + "' does not go into a formula field.");
        });
        return formula;
    }

    private record Key(String object, String field) {}
}
