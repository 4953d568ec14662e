package org.gatehouse.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.oracle.Organisation.Role;

/** Who is in which group at the end of all chains. */
final class Memberships {
    private final Organisation organisation;

    Memberships(Organisation organisation) {
        this.organisation = organisation;
    }

    Set<Row> all() {
        Set<Row> all = new HashSet<>();
        for (Role role : organisation.roles()) {
            List<Person> own = organisation.people().stream().filter(person -> role.id().equals(person.role())).toList();
            List<Person> below = organisation.people().stream().filter(person -> organisation.above(role.id(), person.role())).toList();
            own.forEach(person -> all.add(new Row("R-" + role.id(), person.id(), false)));
            own.forEach(person -> all.add(new Row("S-" + role.id(), person.id(), false)));
            below.forEach(person -> all.add(new Row("S-" + role.id(), person.id(), false)));
            below.forEach(person -> all.add(new Row("B-" + role.id(), person.id(), false)));
        }
        return all;
    }

    /** Somebody's place in a group. */
    record Row(String group, String person, boolean byHierarchy) {}
}
