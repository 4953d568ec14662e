package org.gatehouse.permission;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What an agent reads in place of a field's value. A record without a value has none behind a mask either. */
public sealed interface Mask {
    /** What stands for characters that are kept back; their number is kept back too. */
    String DOTS = "•••";

    /** What is read in place of the value. */
    @Nullable Object apply(@Nullable Object value);

    /** Nothing at all. */
    record Nothing() implements Mask {
        @Override
        public @Nullable Object apply(@Nullable Object value) {
            return null;
        }
    }

    /** Dots: that there is a value, and no more. */
    record Dots() implements Mask {
        @Override
        public @Nullable Object apply(@Nullable Object value) {
            return value == null ? null : DOTS;
        }
    }

    /** The first and the last characters. A text that would be left whole, or nearly, is kept back. */
    record Ends(int first, int last) implements Mask {
        @Override
        public @Nullable Object apply(@Nullable Object value) {
            if (value == null) {
                return null;
            }
            int[] characters = value.toString().codePoints().toArray();
            if (characters.length <= 2 * (first + last)) {
                return DOTS;
            }
            return new String(characters, 0, first) + DOTS + new String(characters, characters.length - last, last);
        }
    }

    /** A word that is the same wherever this client meets the same value, and tells nothing else about it. */
    record Token(MaskKey key) implements Mask {
        /** 96 bits: two values of one organisation do not meet by chance. */
        private static final int BYTES = 12;

        @Override
        public @Nullable Object apply(@Nullable Object value) {
            if (value == null) {
                return null;
            }
            byte[] code = key.authenticationCode(value.toString().getBytes(StandardCharsets.UTF_8));
            return "token-" + Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(code, BYTES));
        }
    }

    /** One behind the other, where two ceilings mask a field: no more is seen than behind either. */
    record Both(Mask first, Mask second) implements Mask {
        @Override
        public @Nullable Object apply(@Nullable Object value) {
            return second.apply(first.apply(value));
        }
    }
}
