package org.gatehouse.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.oracle.ModelSharing.Group;
import org.gatehouse.oracle.ModelSharing.Member;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.oracle.Organisation.Role;

/**
 * Who is in which group at the end of all chains: in person, or because somebody below in the hierarchy is. Each role is a group of its own
 * people ({@code R-}), one of theirs and all below ({@code S-}), and one of those below only ({@code B-}).
 */
final class Memberships {
    private final Organisation organisation;
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Set<String>> managers = new HashMap<>();

    Memberships(Organisation organisation) {
        this.organisation = organisation;
        for (Role role : organisation.roles()) {
            put("R-" + role.id(), ownPeople(role.id()), true);
            put("S-" + role.id(), peopleOrBelow(role.id()), true);
            put("B-" + role.id(), below(role.id()), false);
        }
        organisation.sharing().groups().forEach(group -> put(group.id(), people(group), group.managersToo()));
    }

    /** The people of a group themselves. */
    Set<String> members(String group) {
        return members.getOrDefault(group, Set.of());
    }

    /** Those who are not in a group, but above somebody who is. */
    Set<String> managers(String group) {
        return managers.getOrDefault(group, Set.of());
    }

    /** Whether what is opened to a principal is opened to a person: a group, or the person. */
    boolean reaches(String principal, Person person) {
        return principal.equals(person.id()) || members(principal).contains(person.id()) || managers(principal).contains(person.id());
    }

    Set<String> groups() {
        return members.keySet();
    }

    private void put(String group, Set<String> people, boolean managersToo) {
        members.put(group, people);
        Set<String> above = new HashSet<>();
        if (managersToo) {
            for (Person manager : organisation.people()) {
                String role = manager.role();
                boolean manages = role != null && organisation.people().stream()
                        .anyMatch(lower -> people.contains(lower.id()) && organisation.above(role, lower.role()));
                if (manages && !people.contains(manager.id())) {
                    above.add(manager.id());
                }
            }
        }
        managers.put(group, above);
    }

    private Set<String> people(Group group) {
        return group.members().stream().flatMap(member -> people(member).stream()).collect(Collectors.toSet());
    }

    private Set<String> people(Member member) {
        return switch (member.kind()) {
            case User -> Set.of(member.id());
            case Role -> ownPeople(member.id());
            case RoleAndSubordinates -> peopleOrBelow(member.id());
            case Group -> people(organisation.sharing().groups().stream().filter(group -> group.id().equals(member.id())).findFirst().orElseThrow());
        };
    }

    private Set<String> ownPeople(String role) {
        return organisation.people().stream().filter(person -> role.equals(person.role())).map(Person::id).collect(Collectors.toSet());
    }

    private Set<String> below(String role) {
        return organisation.people().stream().filter(person -> organisation.above(role, person.role())).map(Person::id).collect(Collectors.toSet());
    }

    private Set<String> peopleOrBelow(String role) {
        Set<String> people = new HashSet<>(ownPeople(role));
        people.addAll(below(role));
        return people;
    }
}
