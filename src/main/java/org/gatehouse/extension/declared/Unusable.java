package org.gatehouse.extension.declared;

/** Says why something cannot be offered, in a sentence for the developer that tells what to do. */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }
}
