package org.mcpjava.server.tools;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an argument. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ToolArg {
    String name() default "<<element name>>";

    String description() default "";

    boolean required() default true;

    String defaultValue() default "";
}
