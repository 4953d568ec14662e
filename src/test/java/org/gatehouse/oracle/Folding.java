package org.gatehouse.oracle;

import java.util.Comparator;
import java.util.List;

/** Text without case, compared code point by code point. */
final class Folding {
    private Folding() {}

    static int fold(int codePoint) {
        return Character.toLowerCase(codePoint);
    }

    static List<Integer> fold(String text) {
        return text.codePoints().map(Folding::fold).boxed().toList();
    }

    static final Comparator<String> EXACT = (left, right) -> compare(left.codePoints().boxed().toList(), right.codePoints().boxed().toList());

    static final Comparator<String> ANY_CASE = (left, right) -> compare(fold(left), fold(right));

    private static int compare(List<Integer> left, List<Integer> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = Integer.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
