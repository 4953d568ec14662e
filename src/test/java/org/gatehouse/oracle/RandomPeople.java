package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.oracle.Organisation.Assignment;
import org.gatehouse.oracle.Organisation.Bundle;
import org.gatehouse.oracle.Organisation.Person;
import org.gatehouse.oracle.Organisation.Role;
import org.jspecify.annotations.Nullable;

/** Makes a role hierarchy and the people in it: some without a role, some inactive, some with sets that have run out. */
final class RandomPeople {
    private static final List<String> NAMES = List.of("Ada", "ada", "Bora", "Çelik", "Dmitri", "Ösp", "Émile", "zoe", "Ada", "Юля");

    private final Dice dice;

    RandomPeople(Dice dice) {
        this.dice = dice;
    }

    List<Role> roles() {
        List<Role> roles = new ArrayList<>();
        for (int i = 0; i < dice.between(1, 6); i++) {
            String parent = roles.isEmpty() || dice.chance(15) ? null : dice.pick(roles).id();
            roles.add(new Role("00E%015d".formatted(i), parent));
        }
        return roles;
    }

    List<Person> people(List<Role> roles, List<Bundle> bundles) {
        List<Bundle> profiles = bundles.stream().filter(bundle -> bundle.profile() != null).toList();
        List<Bundle> sets = bundles.stream().filter(bundle -> bundle.profile() == null).toList();
        List<Person> people = new ArrayList<>();
        int count = dice.between(4, 10);
        for (int i = 0; i < count; i++) {
            List<Assignment> assignments = dice.some(sets, dice.between(0, 2)).stream().map(set -> new Assignment(set.id(), expiry())).toList();
            people.add(new Person(
                    "005%015d".formatted(i), dice.pick(NAMES), java.util.Objects.requireNonNull(dice.pick(profiles).profile()),
                    dice.chance(12) ? null : dice.pick(roles).id(), !dice.chance(10), assignments));
        }
        return people;
    }

    private java.time.@Nullable Instant expiry() {
        return switch (dice.between(0, 7)) {
            case 0 -> Organisation.NOW.minusSeconds(1);
            case 1 -> Organisation.NOW;
            case 2 -> Organisation.NOW.plusSeconds(1);
            default -> null;
        };
    }

    static ModelRecord asRecord(Person person) {
        return new ModelRecord(
                person.id(), false,
                Map.of("Name", person.name(), "Username", username(person), "Email", username(person) + "@example.com", "IsActive", person.active()));
    }

    static String username(Person person) {
        return "user" + Integer.parseInt(person.id().substring(3));
    }
}
