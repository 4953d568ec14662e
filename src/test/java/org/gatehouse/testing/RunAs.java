package org.gatehouse.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gatehouse.testing.SampleWorld.Product;

/** Gives a test a {@link Person} of the demo organisation, who queries and calls tools with exactly their own rights. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunAs {
    /** The person's user name, for example {@code rep.west.1}. */
    String value();

    /** The database. */
    Product on() default Product.H2;
}
