package org.gatehouse.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gatehouse.permission.SystemPermission;

/** What a part of the interface needs in place of Customize Application. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Requires {
    SystemPermission value();
}
