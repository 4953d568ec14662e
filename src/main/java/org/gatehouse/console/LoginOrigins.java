package org.gatehouse.console;

import jakarta.faces.context.FacesContext;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import org.gatehouse.identity.LoginOrigin;

/** Where the browser that shows a page is. The one place that says so for sign-in. */
@Singleton
class LoginOrigins {
    LoginOrigin of(FacesContext faces) {
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        return new LoginOrigin(request.getRemoteAddr(), request.getHeader("User-Agent"));
    }
}
