package org.gatehouse.console;

import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import org.gatehouse.identity.LoginOrigin;
import org.gatehouse.platform.network.ClientAddresses;

/** Where the browser that shows a page is. The one place that says so for sign-in. */
@Singleton
class LoginOrigins {
    private final ClientAddresses addresses;

    @Inject
    LoginOrigins(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    LoginOrigin of(FacesContext faces) {
        return of((HttpServletRequest) faces.getExternalContext().getRequest());
    }

    LoginOrigin of(HttpServletRequest request) {
        return new LoginOrigin(addresses.of(request).toString(), request.getHeader("User-Agent"));
    }
}
