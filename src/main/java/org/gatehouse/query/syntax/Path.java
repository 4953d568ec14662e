package org.gatehouse.query.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** A field, by way of none or more relationships: {@code Name}, {@code Account.Owner.Name}. */
public record Path(List<Name> names) implements Operand {
    public Path {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("A path has at least one name");
        }
    }

    /** The names of the relationships to follow, in order. */
    public List<Name> relationships() {
        return names.subList(0, names.size() - 1);
    }

    /** The name of the field at the end. */
    public Name field() {
        return names.getLast();
    }

    @Override
    public Position position() {
        return names.getFirst().position();
    }

    @Override
    public String text() {
        return toString();
    }

    @Override
    public String toString() {
        return names.stream().map(Name::text).collect(Collectors.joining("."));
    }
}
