package org.gatehouse.oauth.bearer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.network.ClientAddresses;
import org.gatehouse.platform.network.CrossOrigin;

/**
 * The application's one authentication mechanism: bearer tokens under {@code /mcp} and {@code /api}, nothing elsewhere. It never touches the session, so a
 * session cookie opens no protected resource and a request there makes no session.
 */
@ApplicationScoped
public class BearerAuthenticationMechanism implements HttpAuthenticationMechanism {
    /** The request attribute that holds the error's name where a request was refused here. */
    public static final String REFUSAL = "gatehouse.refusal";

    private static final List<String> PROTECTED = List.of("/mcp", "/api");
    private static final String ROLE = "mcp";
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    BearerAuthentication authentication;

    @Inject
    ClientAddresses addresses;

    @Inject
    CrossOrigin crossOrigin;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = path(request);
        if (PROTECTED.stream().noneMatch(root -> path.equals(root) || path.startsWith(root + "/"))) {
            // web.xml protects nothing else; should it come to, nobody gets in by this mechanism.
            return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
        }
        crossOrigin.share(request, response);
        if (request.getMethod().equals("OPTIONS") && !context.isProtected()) {
            // The question that a browser asks before a page's request has no token; web.xml lets it through to the gate, and there is nothing behind that.
            return context.doNothing();
        }
        List<String> authorization = Collections.list(request.getHeaders("Authorization"));
        return switch (authentication.authenticate(authorization, path, addresses.of(request))) {
            case BearerOutcome.Admitted(var caller, var principal, var digest) -> {
                request.setAttribute(Caller.class.getName(), caller);
                TokenDigest.remember(request, digest);
                yield context.notifyContainerAboutLogin(principal, Set.of(ROLE));
            }
            case BearerOutcome.Challenged(var challenge) -> {
                response.setHeader(BearerChallenge.HEADER, challenge);
                yield refuse(request, response, HttpServletResponse.SC_UNAUTHORIZED, "unauthorized");
            }
            case BearerOutcome.Limited(var wait) -> {
                response.setHeader("Retry-After", Long.toString(wait.toSeconds()));
                yield refuse(request, response, TOO_MANY_REQUESTS, "too_many_requests");
            }
        };
    }

    /** The path as the container mapped it, decoded and without path parameters, so that no spelling of it is checked less. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** The container takes the status from here and dispatches to the error page, which writes the body: programs read JSON. */
    private static AuthenticationStatus refuse(HttpServletRequest request, HttpServletResponse response, int status, String error) {
        request.setAttribute(REFUSAL, error);
        response.setStatus(status);
        return AuthenticationStatus.SEND_CONTINUE;
    }
}
