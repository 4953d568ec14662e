package org.gatehouse.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a public method of a CDI bean a tool. Its parameters are the arguments, except those of the types {@link Call}, {@link Records} and {@link Queries}, which are handed in.
 * It returns a text, a record or a map, a list or a plain value, or a {@link ToolResponse}.
 *
 * <p>A tool that says nothing about itself is taken to change records, to destroy, and to reach beyond the company's records.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tool {
    /** Stands for the method's own name. */
    String ELEMENT_NAME = "<<element name>>";

    /** The name by which servers offer it: a letter, then letters, digits, underscores or dashes, 64 at most. */
    String name() default ELEMENT_NAME;

    /** The name for people; the tool's name if there is none. */
    String title() default "";

    /** What it does and how to use it, for the model. */
    String description();

    /** How it behaves. */
    Annotations annotations() default @Annotations;

    /** Whether it deletes or restores records. It then needs the scope for that in the place of the one for writing. */
    boolean deletesRecords() default false;

    /** Hints about a tool's behaviour (MCP, ToolAnnotations). The first one binds: a tool that only reads cannot write. */
    @Documented
    @Target({})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Annotations {
        /** Whether it changes nothing. It then needs the scope for reading alone, and {@link Records} refuses to write for it. */
        boolean readOnlyHint() default false;

        /** Whether it may destroy or overwrite something. People may have to approve it then. */
        boolean destructiveHint() default true;

        /** Whether calling it twice with the same arguments does no more than calling it once. */
        boolean idempotentHint() default false;

        /** Whether it reaches beyond the company's own records. */
        boolean openWorldHint() default true;
    }
}
