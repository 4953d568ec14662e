package org.gatehouse.platform.management;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The MBeans of one feature in the platform's MBean server, from its start to its end. */
public final class MBeanRegistrations {
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final List<ObjectName> registered = new ArrayList<>();

    /**
     * Registers an MBean.
     *
     * @param properties what follows the domain {@code org.gatehouse} in its name, for example {@code type=EventLog}
     * @throws IllegalStateException if there is one of that name, or the object is no MBean
     */
    public void register(Object bean, String properties) {
        try {
            ObjectName name = new ObjectName("org.gatehouse:" + properties);
            beans.registerMBean(bean, name);
            registered.add(name);
        } catch (JMException e) {
            throw new IllegalStateException("The MBean " + properties + " could not be registered.", e);
        }
    }

    /** Takes all of them out again. */
    public void unregister() {
        for (ObjectName name : registered) {
            try {
                beans.unregisterMBean(name);
            } catch (JMException e) {
                PlatformLog.LOG.debug("The MBean " + name + " was gone before us", e);
            }
        }
        registered.clear();
    }
}
