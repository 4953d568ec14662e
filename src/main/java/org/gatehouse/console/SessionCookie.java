package org.gatehouse.console;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import org.gatehouse.platform.configuration.Deployment;

/** Sets up the session cookie. Done in code because its name and its Secure flag depend on the public URL. */
@WebListener
public class SessionCookie implements ServletContextListener {
    @Inject
    Deployment deployment;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        // RFC 6265bis section 4.1.3.2: browsers take a __Host- cookie over TLS, for this very host and path / only.
        cookie.setName(deployment.secure() ? "__Host-gatehouse" : "gatehouse");
        cookie.setSecure(deployment.secure());
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        // Lax, not Strict: the browser arrives from the client's site and must be known again.
        cookie.setAttribute("SameSite", "Lax");
    }
}
