package org.gatehouse.demo;

/** Record ids of the demo organisation: three characters for the object, fifteen digits for the record. */
final class Ids {
    private Ids() {}

    static String account(int number) {
        return id("001", number);
    }

    static String contact(int number) {
        return id("003", number);
    }

    static String opportunity(int number) {
        return id("006", number);
    }

    static String opportunityLine(int number) {
        return id("00k", number);
    }

    static String supportCase(int number) {
        return id("500", number);
    }

    static String task(int number) {
        return id("00T", number);
    }

    static String product(int number) {
        return id("01t", number);
    }

    private static String id(String prefix, int number) {
        String digits = Integer.toString(number);
        return prefix + "0".repeat(15 - digits.length()) + digits;
    }
}
