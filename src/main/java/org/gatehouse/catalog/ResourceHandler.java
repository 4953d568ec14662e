package org.gatehouse.catalog;

import java.util.List;
import java.util.Optional;
import org.gatehouse.catalog.content.ResourceContent;
import org.gatehouse.identity.Caller;

/** A family of resources. */
public interface ResourceHandler {
    /** The family; empty if all there are can be listed. */
    Optional<ResourceTemplate> template();

    /** Those that are worth listing for this caller, in a lasting order. */
    List<ResourceEntry> list(Caller caller);

    /** What stands under a URI for this caller; empty if the URI is none of the family's, or if there is nothing that the caller may see. */
    Optional<ResourceContent> read(ResourceCall call);

    /** Values for a variable of the template that begin with a text, among what the caller may read; the first hundred. */
    List<String> complete(CompletionCall call);
}
