package org.gatehouse.catalog;

import java.util.List;

/** A prompt: what it is, and how it is filled in. */
public interface PromptHandler {
    /** What clients see of the prompt. */
    PromptDefinition definition();

    /**
     * Fills the prompt in, with what the caller may read.
     *
     * @throws org.gatehouse.platform.problem.ProblemException invalid arguments for a missing or unknown one, and for a record that the caller does
     *     not see
     */
    List<PromptMessage> messages(PromptCall call);

    /** Values for an argument that begin with a text, among what the caller may read; the first hundred. */
    List<String> complete(CompletionCall call);
}
