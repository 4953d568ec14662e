package org.gatehouse.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.oracle.ModelSharing.Group;
import org.gatehouse.oracle.Organisation.Person;
import org.jspecify.annotations.Nullable;

/** Fills objects with records: nulls, ties, texts that differ in case only, references that lead nowhere, records in the bin. */
final class RandomRecords {
    private static final List<String> TEXTS = List.of(
            "alpha", "Alpha", "ALPHA", "beta", "Beta 2", "100% pure", "under_score", "back\\slash", "O'Brien", "Äpfel", "äPFEL", "Привет", "привет",
            "日本", " leading", "trailing ", "null", "line\nbreak", "Z", "z", "a", "' OR '1'='1");

    /**
     * The first day of the present calendar, the end of it, and leap days. Older days are left out: drivers take them to be of the calendar
     * before, so that H2 stores other ones than were written, which shows in what functions say of them.
     */
    static final List<LocalDate> EXTREMES = List.of(
            LocalDate.of(1582, 10, 15), LocalDate.of(1700, 1, 1), LocalDate.of(2000, 2, 29), LocalDate.of(2024, 12, 30),
            LocalDate.of(4000, 12, 31), LocalDate.of(9999, 12, 31));

    private final Dice dice;
    private final List<ModelObject> objects;
    private final List<Person> people;
    private final List<String> owners;
    private final Map<String, Integer> sizes = new HashMap<>();

    RandomRecords(Dice dice, List<ModelObject> objects, List<Person> people, List<Group> groups) {
        this.dice = dice;
        this.objects = objects;
        this.owners = Stream.concat(
                        Stream.of("005999999999999999"), groups.stream().filter(Group::isQueue).map(Group::id))
                .toList();
        this.people = people;
        objects.forEach(object -> sizes.put(object.name(), object.isUser() ? people.size() : dice.between(5, dice.chance(20) ? 40 : 16)));
    }

    Map<String, List<ModelRecord>> records() {
        Map<String, List<ModelRecord>> records = new HashMap<>();
        for (ModelObject object : objects) {
            if (!object.isUser()) {
                List<ModelRecord> made = new ArrayList<>();
                for (int i = 0; i < size(object.name()); i++) {
                    made.add(record(object, i));
                }
                records.put(object.name(), made);
            }
        }
        return records;
    }

    static String id(ModelObject object, int number) {
        return object.prefix() + "%015d".formatted(number);
    }

    private ModelRecord record(ModelObject object, int number) {
        Map<String, Object> values = new HashMap<>();
        for (ModelField field : object.fields()) {
            Object value = field.formula() != null ? null : value(field);
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        boolean deleted = object.field("IsDeleted").isPresent() && dice.chance(10);
        return new ModelRecord(id(object, number), deleted, values);
    }

    private @Nullable Object value(ModelField field) {
        return switch (field.name()) {
            case "Id", "IsDeleted" -> null;
            case "OwnerId" -> dice.chance(3 * owners.size() * owners.size()) ? dice.pick(owners) : dice.pick(people).id();
            default -> dice.chance(20) ? null : some(field);
        };
    }

    /** Some value that fits the field, never null. */
    Object some(ModelField field) {
        return switch (field.type()) {
            case MULTI_PICKLIST -> String.join(";", dice.some(TEXTS, dice.between(1, 3)));
            case TEXT, LONG_TEXT, PICKLIST, EMAIL, PHONE, URL, AUTO_NUMBER -> dice.pick(TEXTS);
            case NUMBER -> BigDecimal.valueOf(dice.between(-3, 6));
            case CURRENCY, PERCENT -> BigDecimal.valueOf(dice.between(-300, 300), 2);
            case BOOLEAN -> dice.chance(50);
            case DATE -> dice.chance(4) ? dice.pick(EXTREMES) : LocalDate.of(2026, 3, 15).plusDays((long) dice.between(-2, 2) * dice.between(1, 200));
            case DATETIME -> dice.chance(4) ? dice.pick(EXTREMES).atTime(23, 59, 59).toInstant(ZoneOffset.UTC) : Instant.parse("2026-03-15T00:00:00Z").plusSeconds(dice.between(-50, 50) * 3_601L).plusMillis(dice.between(0, 1) * 250L);
            case ID, LOOKUP, MASTER_DETAIL -> reference(field);
        };
    }

    private String reference(ModelField field) {
        if (field.targets().isEmpty() || dice.chance(4)) {
            return "zzz%015d".formatted(dice.between(0, 9));
        }
        String target = dice.pick(field.targets());
        ModelObject object = objects.stream().filter(candidate -> candidate.name().equals(target)).findFirst().orElseThrow();
        return id(object, dice.between(0, size(target) - 1));
    }

    private int size(String object) {
        return java.util.Objects.requireNonNull(sizes.get(object));
    }
}
