package org.gatehouse.audit.alert;

import java.util.List;

/**
 * What an operator sees of the alerts over JMX, under {@code org.gatehouse:type=Alerts}. A raised alert is a notification of type
 * {@code org.gatehouse.alert.raised} on the node that found it: listen to all nodes of a cluster.
 */
public interface AlertsMXBean {
    /** The names of the alerts that are looked at. */
    List<String> getEnabled();

    /** The alerts that were raised in the last 24 hours on all nodes, newest first, in words. */
    List<String> getRaised();

    /** Whether the last look at every alert succeeded on this node. */
    boolean isHealthy();

    /** Switches an alert on or off. */
    void setEnabled(String alert, boolean enabled);
}
