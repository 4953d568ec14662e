package org.gatehouse.extension.running;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment brings.
 *
 * @param deployment its name, for administrators
 * @param loader the class loader of its code
 * @param beans the beans with annotated methods
 */
public record Contribution(String deployment, ClassLoader loader, List<ContributedBean> beans) {
    public Contribution {
        beans = List.copyOf(beans);
    }

    /** A bean of that deployment. */
    public interface ContributedBean {
        /** Its class. */
        Class<?> type();

        /**
         * Calls a method of it, within the contexts that its own container gives it.
         *
         * @throws java.lang.reflect.InvocationTargetException with what the method throws
         */
        @Nullable Object call(Method method, @Nullable Object[] arguments) throws ReflectiveOperationException;
    }
}
