package org.gatehouse.oauth.endpoint;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gatehouse.platform.network.CrossOrigin;

/**
 * Lets clients that run in a browser redeem, refresh, revoke and register, if the operator named their origin. The authorization endpoint is not here: people are
 * sent there, scripts never fetch it.
 */
@WebFilter(urlPatterns = {"/oauth2/token", "/oauth2/revoke", "/oauth2/register"}, asyncSupported = true)
public class BrowserClients extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Inject
    transient CrossOrigin crossOrigin;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (!crossOrigin.preflight(request, response, "POST")) {
            crossOrigin.share(request, response);
            chain.doFilter(request, response);
        }
    }
}
