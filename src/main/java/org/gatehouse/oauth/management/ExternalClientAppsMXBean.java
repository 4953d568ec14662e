package org.gatehouse.oauth.management;

import java.util.List;

/** What an operator sees and does over JMX to the external client apps, under {@code org.gatehouse:type=ExternalClientApps}. No secret is there. */
public interface ExternalClientAppsMXBean {
    /** The apps, by label. */
    List<App> getApps();

    /** Blocks an app and ends its connections, from the next request on. */
    void block(String clientId);

    /** Lets a blocked app be used again; ended connections stay ended. */
    void unblock(String clientId);

    /** One app. */
    record App(String clientId, String label, boolean enabled, String permittedUsers, int accessTokenMinutes, String refreshTokenPolicy) {}
}
