package org.gatehouse.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public method of a CDI bean a prompt. Its parameters are texts that the person fills in, besides {@link Call} and {@link Queries}. It returns a text, a {@link
 * PromptMessage} or a list of them.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Prompt {
    /** Stands for the method's own name. */
    String ELEMENT_NAME = "<<element name>>";

    /** The name by which servers offer it. */
    String name() default ELEMENT_NAME;

    /** The name for people; the prompt's name if there is none. */
    String title() default "";

    /** What it is for. */
    String description();
}
