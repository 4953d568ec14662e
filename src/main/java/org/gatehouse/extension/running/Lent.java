package org.gatehouse.extension.running;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that holds classes of another deployment and is let go of when that deployment goes, however long others hold this. */
final class Lent<T> {
    private volatile @Nullable T thing;

    Lent(T thing) {
        this.thing = thing;
    }

    Optional<T> find() {
        return Optional.ofNullable(thing);
    }

    void takeBack() {
        thing = null;
    }
}
