package org.gatehouse.extension;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the argument or variable that a parameter of a completion is the begun value of. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CompleteArg {
    /** Stands for the parameter's own name, which the compiler keeps with {@code -parameters}. */
    String ELEMENT_NAME = "<<element name>>";

    /** The argument or variable. */
    String name() default ELEMENT_NAME;
}
