package org.gatehouse.oauth.grant;

import org.gatehouse.identity.Assurance;
import org.gatehouse.oauth.client.IpRelaxation.Occasion;
import org.gatehouse.oauth.client.Visit;
import org.gatehouse.platform.network.ClientAddress;

/**
 * The signed-in person who answers an authorization request.
 *
 * @param assurance how surely they were recognised
 * @param address where their browser is
 */
public record Approver(String userId, Assurance assurance, ClientAddress address) {
    Visit visit() {
        return new Visit(Occasion.AUTHORIZE, address, assurance);
    }
}
