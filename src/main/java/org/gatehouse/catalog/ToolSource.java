package org.gatehouse.catalog;

import java.util.List;
import java.util.Optional;

/** Tools that come and go while Gatehouse runs. Custom servers can offer them by their names. */
public interface ToolSource {
    /** The tool of this name, as it is now. */
    Optional<CheckedTool> find(String name);

    /** All of them, always in the same order. */
    List<CheckedTool> all();

    /** Another number whenever a tool came, went or became another; asked at every request, so it must not take long. */
    long version();

    /** Where a tool of it comes from, in a word for administrators: a deployment, for example. */
    default String origin(String name) {
        return getClass().getSimpleName();
    }

    /** What could not be offered, and why, in sentences for administrators. */
    default List<String> refusals() {
        return List.of();
    }
}
