package org.gatehouse.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public method of a CDI bean the completion of an argument of a {@link Prompt} of the same deployment. It takes one text, what the person has written so far, besides
 * {@link Call} and {@link Queries}, and returns a list of texts, of which the first hundred are offered.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CompletePrompt {
    /** The name of the prompt. */
    String value();
}
