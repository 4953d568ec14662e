package org.gatehouse.oracle;

/** What a query compares, orders by or groups by. */
sealed interface ModelOperand permits ModelPath, ModelAggregate {
    /** As a query writes it. */
    String text();
}
