package org.gatehouse.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an argument of a {@link Prompt}. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface PromptArg {
    /** Stands for the parameter's own name, which the compiler keeps with {@code -parameters}. */
    String ELEMENT_NAME = "<<element name>>";

    /** The name on the wire. */
    String name() default ELEMENT_NAME;

    /** The name for people; its name if there is none. */
    String title() default "";

    /** What the person fills in. */
    String description() default "";

    /** Whether it has to be given. An {@code Optional}, a {@code @Nullable} or one with a default never has to be given. */
    boolean required() default true;

    /** What is taken if it is left out. */
    String defaultValue() default "";
}
