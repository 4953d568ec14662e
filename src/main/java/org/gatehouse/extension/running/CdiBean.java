package org.gatehouse.extension.running;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import org.gatehouse.extension.running.Contribution.ContributedBean;
import org.jspecify.annotations.Nullable;

/** A bean of a CDI container. Each call has a request context of its own, so that what a request scoped bean keeps is gone with the call. */
public record CdiBean(BeanManager manager, Bean<?> bean, Class<?> type) implements ContributedBean {
    @Override
    public @Nullable Object call(Method method, @Nullable Object[] arguments) throws ReflectiveOperationException {
        Instance<RequestContextController> controllers = manager.createInstance().select(RequestContextController.class);
        RequestContextController request = controllers.get();
        boolean begun = request.activate();
        CreationalContext<?> creation = manager.createCreationalContext(bean);
        try {
            return method.invoke(manager.getReference(bean, type, creation), arguments);
        } finally {
            creation.release();
            if (begun) {
                request.deactivate();
            }
            controllers.destroy(request);
        }
    }
}
