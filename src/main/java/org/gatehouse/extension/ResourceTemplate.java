package org.gatehouse.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a public method of a CDI bean a family of resources: as {@link Resource}, with a text for each variable of the URI. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ResourceTemplate {
    /** Stands for the method's own name. */
    String ELEMENT_NAME = "<<element name>>";

    /** The name by which servers offer it. */
    String name() default ELEMENT_NAME;

    /** The name for people; the family's name if there is none. */
    String title() default "";

    /** What it holds. */
    String description() default "";

    /** A URI with variables in braces, for example {@code visits://{account}} (RFC 6570, level 1). */
    String uriTemplate();

    /** The media type; that of plain text for a text, of JSON for values, of bytes for bytes. */
    String mimeType() default "";
}
