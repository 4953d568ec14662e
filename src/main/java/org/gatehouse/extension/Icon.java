package org.gatehouse.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A picture that clients may show for a {@link Tool}, {@link Prompt}, {@link Resource} or {@link ResourceTemplate}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Icons.class)
public @interface Icon {
    /** An {@code https} URL, or the picture itself as a {@code data} URL in Base64 of PNG, JPEG, WebP or SVG. */
    String src();

    /** The media type, if the picture's own is missing or too wide. */
    String mimeType() default "";

    /** Such as {@code 48x48}, or {@code any} for a picture that scales. */
    String[] sizes() default {};

    /** {@code light} or {@code dark} for the background that it is made for; empty for both. */
    String theme() default "";
}
