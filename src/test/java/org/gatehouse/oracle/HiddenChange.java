package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.oracle.Judge.Level;
import org.gatehouse.oracle.Organisation.Person;

/**
 * Changes an organisation in what one person cannot see: values of hidden fields, hidden records changed, taken away and added. A change
 * that would show or hide a record, or move a level of access, is not made.
 */
final class HiddenChange {
    private final Dice dice;
    private final Person person;
    private final Judge judge;
    private final RandomRecords values;
    private Organisation organisation;

    private HiddenChange(Dice dice, Organisation organisation, Person person) {
        this.dice = dice;
        this.organisation = organisation;
        this.person = person;
        this.judge = new Judge(organisation, person);
        this.values = new RandomRecords(dice, organisation.objects(), organisation.people(), organisation.sharing().groups());
    }

    static Organisation of(Dice dice, Organisation organisation, Person person) {
        HiddenChange change = new HiddenChange(dice, organisation, person);
        organisation.objects().stream().filter(object -> !object.isUser()).forEach(change::change);
        return change.organisation;
    }

    private void change(ModelObject object) {
        Map<String, List<ModelRecord>> records = new HashMap<>(organisation.records());
        records.put(object.name(), changed(object));
        Organisation changed = new Organisation(
                organisation.seed(), organisation.roles(), organisation.people(), organisation.bundles(), organisation.objects(), records,
                organisation.sharing());
        if (decisions(new Judge(changed, person)).equals(decisions(judge))) {
            organisation = changed;
        }
    }

    private List<Set<String>> decisions(Judge decides) {
        List<Set<String>> decisions = new ArrayList<>();
        for (ModelObject object : organisation.objects()) {
            for (Level level : Level.values()) {
                decisions.add(decides.open(object, level).stream().map(ModelRecord::id).collect(Collectors.toSet()));
            }
        }
        return decisions;
    }

    private List<ModelRecord> changed(ModelObject object) {
        List<ModelRecord> changed = new ArrayList<>();
        int next = 1_000;
        for (ModelRecord record : organisation.recordsOf(object)) {
            // What lies in the bin is not hidden from everybody whom the judge refuses it: who may delete may restore it.
            boolean hidden = !record.deleted() && !judge.allows(object, record, Level.READ);
            if (hidden && dice.chance(15)) {
                continue;
            }
            changed.add(with(object, record, hidden));
            if (hidden && dice.chance(15)) {
                changed.add(new ModelRecord(RandomRecords.id(object, next++), record.deleted(), record.values()));
            }
        }
        return changed;
    }

    /** The record with other values in the fields that the person cannot read. */
    private ModelRecord with(ModelObject object, ModelRecord record, boolean hidden) {
        ModelRecord changed = record;
        for (ModelField field : object.fields()) {
            // What goes into a formula that the person reads is not hidden: the formula tells it.
            boolean told = !hidden && object.fields().stream()
                    .anyMatch(other -> other.formula() != null && other.formula().inputs().contains(field.name()) && judge.rights().canRead(object, other));
            boolean valued = !told && field.formula() == null && !Set.of("Id", "IsDeleted", "OwnerId").contains(field.name());
            if (valued && (hidden || !judge.rights().canRead(object, field)) && dice.chance(60)) {
                changed = changed.with(field.name(), dice.chance(20) ? null : values.some(field));
            }
        }
        return changed;
    }
}
