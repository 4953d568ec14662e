package org.gatehouse.catalog;

import java.util.List;
import java.util.Optional;

/** Prompts and resources that come and go while Gatehouse runs. Custom servers can offer them by their names. */
public interface ContentSource {
    /** The prompt of this name, as it is now. */
    Optional<PromptHandler> prompt(String name);

    /** The names of all prompts, always in the same order. */
    List<String> prompts();

    /** The family of resources of this name, as it is now. */
    Optional<ResourceHandler> resources(String name);

    /** The names of all families, always in the same order. */
    List<String> families();

    /** Another number whenever one came, went or became another; asked at every request, so it must not take long. */
    long version();
}
