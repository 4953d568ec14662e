package org.gatehouse.oauth.registration;

import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A name that a client gave itself, made fit to be shown to people. */
final class ClientName {
    private static final int LONGEST = 80;

    /** What is normalised at all: nobody's name is longer. */
    private static final int LONGEST_READ = 1_000;

    private ClientName() {}

    /** One line of bearable length without characters that hide, change the reading direction or stand for nothing. */
    static String of(@Nullable String text) throws RegistrationRefused {
        String given = Optional.ofNullable(text).orElse("");
        String head = given.substring(0, Math.min(given.length(), LONGEST_READ));
        StringBuilder plain = new StringBuilder();
        for (int c : Normalizer.normalize(head, Normalizer.Form.NFC).codePoints().filter(ClientName::shown).toArray()) {
            if (plain.length() + Character.charCount(c) <= LONGEST) {
                plain.appendCodePoint(Character.isSpaceChar(c) ? ' ' : c);
            }
        }
        String name = plain.toString().strip();
        if (name.isEmpty()) {
            throw ClientDescriptions.invalid("A client_name is required.");
        }
        return name;
    }

    private static boolean shown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
