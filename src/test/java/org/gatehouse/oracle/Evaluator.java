package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.gatehouse.oracle.Organisation.Person;

/** Answers a query for one person by looking at every record. */
final class Evaluator {
    private static final int PAGE = 2_000;

    private final Organisation organisation;
    private final Judge judge;

    Evaluator(Organisation organisation, Person person) {
        this.organisation = organisation;
        this.judge = new Judge(organisation, person);
    }

    Judge judge() {
        return judge;
    }

    Answer answer(ModelQuery query) {
        Set<String> faults = new Faults(organisation, judge.rights()).of(query);
        if (!faults.isEmpty()) {
            return new Answer.Refused(faults);
        }
        ModelObject object = organisation.require(query.object());
        Values values = new Values(organisation, judge, object);
        List<ModelRecord> found = found(query, judge.visible(object), values);
        ModelGroups groups = query.selected().groups();
        if (groups != null) {
            return new Answer.Rows(page(query, new Grouping(groups, query.orders(), values).rows(found)));
        }
        List<ModelRecord> page = page(query, found);
        return query.counts() ? new Answer.Count(page.size()) : new Answer.Rows(new Answered(organisation, judge, this::children).rows(query, object, page));
    }

    /** The records of a query for children among those that point to a record. */
    private List<ModelRecord> children(ModelQuery query, ModelObject object, List<ModelRecord> candidates) {
        return page(query, found(query, candidates, new Values(organisation, judge, object)));
    }

    private static List<ModelRecord> found(ModelQuery query, List<ModelRecord> candidates, Values values) {
        List<ModelRecord> found = candidates.stream()
                .filter(candidate -> query.where().isEmpty() || Truth.of(query.where().get(), values.row(candidate)))
                .toList();
        return query.selected().groups() == null ? found.stream().sorted(order(query, values)).toList() : found;
    }

    private static Comparator<ModelRecord> order(ModelQuery query, Values values) {
        Comparator<ModelRecord> order = Comparator.comparing(ModelRecord::id, Folding.EXACT);
        for (ModelQuery.Order by : query.orders().reversed()) {
            ModelPath path = (ModelPath) by.operand();
            Comparator<ModelRecord> first = (left, right) -> by.compare(values.of(left, path), values.of(right, path));
            order = first.thenComparing(order);
        }
        return order;
    }

    private static <T> List<T> page(ModelQuery query, List<T> found) {
        int first = Math.min(found.size(), query.offset() == null ? 0 : query.offset());
        int last = Math.min(found.size(), first + Math.min(query.limit() == null ? PAGE : query.limit(), PAGE));
        return new ArrayList<>(found.subList(first, last));
    }
}
