package org.gatehouse.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public method of a CDI bean a resource. It takes {@link Call} and {@link Queries} at most, and returns a text, bytes, or anything else that becomes JSON; an empty
 * {@code Optional} or null if there is nothing for the caller.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Resource {
    /** Stands for the method's own name. */
    String ELEMENT_NAME = "<<element name>>";

    /** The name by which servers offer it. */
    String name() default ELEMENT_NAME;

    /** The name for people; the resource's name if there is none. */
    String title() default "";

    /** What it holds. */
    String description() default "";

    /** The URI under which it is read. */
    String uri();

    /** The media type; that of plain text for a text, of JSON for values, of bytes for bytes. */
    String mimeType() default "";
}
