package org.gatehouse.oauth.client;

import org.gatehouse.identity.Assurance;
import org.gatehouse.platform.network.ClientAddress;

/**
 * The circumstances under which a client is used, as far as policies ask for them.
 *
 * @param occasion what is being done
 * @param address where from
 * @param assurance how surely the person was recognised when they connected
 */
public record Visit(IpRelaxation.Occasion occasion, ClientAddress address, Assurance assurance) {}
