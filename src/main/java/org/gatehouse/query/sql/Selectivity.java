package org.gatehouse.query.sql;

import java.util.List;
import org.gatehouse.permission.Predicate;
import org.gatehouse.permission.RecordFilter;

/** How many rows pass, as far as that can be known without a look at them: the owners' share of all people says so. */
final class Selectivity {
    private Selectivity() {}

    /** Whether indexes find all rows that pass, and they are few. */
    static boolean few(Predicate predicate) {
        return switch (predicate) {
            case Predicate.OwnedBy(var owner, var owners) -> owners.few();
            case Predicate.Shared shared -> true;
            case Predicate.Compares compares -> false;
            case Predicate.ParentVisible(var reference, var parent, var filter) -> few(filter);
            case Predicate.ChildVisible(var parent, var child, var reference, var filter) -> few(filter);
            case Predicate.AllOf(var predicates) -> predicates.stream().anyMatch(Selectivity::few);
            case Predicate.AnyOf(var predicates) -> predicates.stream().allMatch(Selectivity::few);
        };
    }

    static boolean few(RecordFilter filter) {
        return filter instanceof RecordFilter.Matching(var predicate) && few(predicate);
    }

    /** The share of all rows that passes at least, from 0 to 1; 0 if nobody knows. */
    static double share(RecordFilter filter) {
        return switch (filter) {
            case RecordFilter.Every() -> 1;
            case RecordFilter.None() -> 0;
            case RecordFilter.Matching(var predicate) -> share(predicate);
        };
    }

    /** The share that passes at least one of them. */
    static double share(List<Predicate> choice) {
        return choice.stream().mapToDouble(Selectivity::share).max().orElse(0);
    }

    static double share(Predicate predicate) {
        return switch (predicate) {
            case Predicate.OwnedBy(var owner, var owners) -> owners.share();
            case Predicate.ParentVisible(var reference, var parent, var filter) -> share(filter);
            case Predicate.AnyOf(var predicates) -> share(predicates);
            case Predicate.Shared shared -> 0;
            case Predicate.Compares compares -> 0;
            case Predicate.ChildVisible child -> 0;
            case Predicate.AllOf all -> 0;
        };
    }
}
