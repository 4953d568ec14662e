package org.gatehouse.query.sql;

import org.gatehouse.query.plan.Column;
import org.gatehouse.query.plan.QueryPlan;

/** Which rows of a scan a statement has to test against the record filter. PostgreSQL does not know it when it plans the tests. */
sealed interface Reading {
    /** Rows in the order of an index, until so many have passed. */
    record Page(long rows) implements Reading {}

    /** Single rows that others refer to, each found by its id. */
    record LookUp() implements Reading {}

    /** Those that a condition of the statement finds, be they few or many. */
    record Search() implements Reading {}

    /** All of them. */
    record Scan() implements Reading {}

    /** How a statement that answers a page of records reads them. */
    static Reading page(QueryPlan plan) {
        Column id = new Column(plan.root().number(), plan.root().object().idField());
        boolean inOrder = !plan.order().isEmpty() && plan.order().getFirst().value().equals(id);
        return inOrder ? new Page(plan.offset() + plan.fetch()) : all(plan);
    }

    /** How a statement that needs all records of a plan reads them. */
    static Reading all(QueryPlan plan) {
        return plan.where().isPresent() ? new Search() : new Scan();
    }

    /** How many rows will be tested if that share of them passes; infinite if nobody knows. */
    default double tests(double share) {
        return switch (this) {
            case Page(var rows) -> rows / share;
            case LookUp lookUp -> 1;
            case Search search -> Double.POSITIVE_INFINITY;
            case Scan scan -> Double.POSITIVE_INFINITY;
        };
    }

    /** How a statement that reads some records so reads those that they refer to. */
    default Reading referred() {
        return this instanceof Page ? new LookUp() : this;
    }
}
