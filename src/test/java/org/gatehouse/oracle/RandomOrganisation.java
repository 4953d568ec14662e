package org.gatehouse.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.oracle.ModelSharing.Group;
import org.gatehouse.oracle.Organisation.Bundle;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.oracle.Organisation.Role;

/** Makes a small organisation from a seed. Chances are weighted so that most people see a part of most objects. */
final class RandomOrganisation {
    private RandomOrganisation() {}

    static Organisation make(long seed) {
        Dice dice = new Dice(seed);
        RandomPeople people = new RandomPeople(dice);
        List<Role> roles = people.roles();
        List<ModelObject> objects = new RandomObjects(dice).objects();
        List<Bundle> bundles = new RandomBundles(dice).bundles(objects);
        List<Person> persons = people.people(roles, bundles);
        List<Group> groups = new RandomGroups(dice, roles, persons).groups(objects);
        RandomRecords values = new RandomRecords(dice, objects, persons, groups);
        Map<String, List<ModelRecord>> records = new HashMap<>(values.records());
        records.put(ModelObject.USER, persons.stream().map(person -> RandomPeople.asRecord(person)).toList());
        ModelSharing sharing = new RandomSharing(dice, objects, roles, persons, groups, values).sharing(groups, records);
        return new Organisation(seed, roles, persons, bundles, objects, records, sharing);
    }
}
