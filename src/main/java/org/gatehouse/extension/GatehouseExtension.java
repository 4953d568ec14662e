package org.gatehouse.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.gatehouse.extension.declared.Declarations;
import org.gatehouse.extension.running.CallQueries;
import org.gatehouse.extension.running.CallRecords;
import org.gatehouse.extension.running.CdiBean;
import org.gatehouse.extension.running.Contribution;
import org.gatehouse.extension.running.Contributions;
import org.gatehouse.extension.running.CurrentCall;
import org.gatehouse.extension.running.ExtensionLog;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tools, prompts and resources among a deployment's beans, and offers them to Gatehouse while the deployment is there. Name it in {@code
 * META-INF/services/jakarta.enterprise.inject.spi.Extension}.
 */
public class GatehouseExtension implements Extension {
    private final Map<Bean<?>, Class<?>> beans = new LinkedHashMap<>();
    private String deployment = "";
    private @Nullable Contributions contributions;

    void find(@Observes ProcessManagedBean<?> event) {
        Class<?> type = event.getAnnotatedBeanClass().getJavaClass();
        if (contributes(type)) {
            beans.put(event.getBean(), type);
        }
    }

    void addServices(@Observes AfterBeanDiscovery event) {
        event.<Queries>addBean().types(Queries.class).scope(Dependent.class).createWith(context -> new CallQueries());
        event.<Records>addBean().types(Records.class).scope(Dependent.class).createWith(context -> new CallRecords());
        event.<Call>addBean().types(Call.class).scope(Dependent.class).createWith(context -> new CurrentCall());
    }

    void offer(@Observes @Initialized(ApplicationScoped.class) Object started, BeanManager manager) {
        if (beans.isEmpty()) {
            return;
        }
        List<Contribution.ContributedBean> contributed = beans.entrySet().stream()
                .<Contribution.ContributedBean>map(bean -> new CdiBean(manager, bean.getKey(), bean.getValue()))
                .toList();
        ClassLoader loader = beans.values().iterator().next().getClassLoader();
        try {
            deployment = (String) lookUp("java:module/ModuleName");
            contributions = (Contributions) lookUp(Contributions.JNDI_NAME);
        } catch (NamingException e) {
            ExtensionLog.LOG.absent(deployment, e);
            return;
        }
        contributions.offer(new Contribution(deployment, loader, contributed));
    }

    void withdraw(@Observes BeforeShutdown event) {
        if (contributions == null) {
            return;
        }
        try {
            contributions.withdraw(deployment);
        } catch (RuntimeException e) {
            ExtensionLog.LOG.notWithdrawn(deployment, e);
        }
    }

    @SuppressWarnings("BanJNDI") // Two constant names in the server's own directory.
    private static Object lookUp(String name) throws NamingException {
        return InitialContext.doLookup(name);
    }

    /** A bean whose class needs one that is not there has no tools that could be called. */
    private static boolean contributes(Class<?> type) {
        try {
            return Declarations.any(type);
        } catch (LinkageError e) {
            return false;
        }
    }
}
