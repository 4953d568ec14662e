package org.gatehouse.oracle;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes an organisation down for whoever looks for the reason of a difference. */
final class Telling {
    private Telling() {}

    static String of(Organisation organisation) {
        return Stream.<Stream<?>>of(
                        organisation.roles().stream(), organisation.people().stream(), organisation.bundles().stream(),
                        organisation.objects().stream(), Stream.of(organisation.sharing()))
                .flatMap(part -> part)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
