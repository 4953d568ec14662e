package org.gatehouse.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random choices that a seed repeats. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** True that many times of a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A whole number from the first to the last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** That many of the choices at most, each once, in their order. */
    <T> List<T> some(List<T> choices, int most) {
        List<T> left = new ArrayList<>(choices);
        while (left.size() > most) {
            left.remove(random.nextInt(left.size()));
        }
        return List.copyOf(left);
    }

    /** The same text, now and then in other case. */
    String anyCase(String text) {
        return switch (between(0, 5)) {
            case 0 -> text.toLowerCase(java.util.Locale.ROOT);
            case 1 -> text.toUpperCase(java.util.Locale.ROOT);
            default -> text;
        };
    }
}
