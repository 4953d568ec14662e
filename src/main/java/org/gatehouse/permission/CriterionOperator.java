package org.gatehouse.permission;

import java.util.Arrays;
import java.util.Optional;

/** How a criterion of a rule compares a field with a value. */
public enum CriterionOperator {
    EQUALS("equals"),
    NOT_EQUAL("notEqual"),
    LESS_THAN("lessThan"),
    LESS_OR_EQUAL("lessOrEqual"),
    GREATER_THAN("greaterThan"),
    GREATER_OR_EQUAL("greaterOrEqual"),
    STARTS_WITH("startsWith"),
    CONTAINS("contains");

    private final String apiName;

    CriterionOperator(String apiName) {
        this.apiName = apiName;
    }

    /** The operator's name in rules. */
    public String apiName() {
        return apiName;
    }

    /** The operator of that name. */
    public static Optional<CriterionOperator> named(String apiName) {
        return Arrays.stream(values()).filter(operator -> operator.apiName.equals(apiName)).findFirst();
    }
}
