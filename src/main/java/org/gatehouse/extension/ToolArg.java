package org.gatehouse.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an argument of a {@link Tool}, or a component of a record that is one. */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface ToolArg {
    /** Stands for the parameter's own name, which the compiler keeps with {@code -parameters}. */
    String ELEMENT_NAME = "<<element name>>";

    /** The name on the wire. It cannot change a component of a record. */
    String name() default ELEMENT_NAME;

    /** What it means, for the model. */
    String description() default "";

    /** Whether a call has to give it. An {@code Optional}, a {@code @Nullable} or one with a default never has to be given. */
    boolean required() default true;

    /** What a call that leaves it out gives: the text itself, or JSON for what is no text. */
    String defaultValue() default "";
}
