package org.gatehouse.catalog;

import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.ServerAccess;

/** Which servers and tools the caller's client may reach, as the administrator set it. */
@FunctionalInterface
interface ClientServers {
    /** For the caller's client; nothing for a client that is not known. */
    ServerAccess of(Caller caller);
}
