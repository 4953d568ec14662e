package org.gatehouse.oauth.bearer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.network.ClientAddresses;

/**
 * The application's one authentication mechanism: bearer tokens under {@code /mcp} and {@code /api}, nothing elsewhere. It never touches the session, so a
 * session cookie opens no protected resource and a request there makes no session.
 */
@ApplicationScoped
public class BearerAuthenticationMechanism implements HttpAuthenticationMechanism {
    private static final List<String> PROTECTED = List.of("/mcp", "/api");
    private static final String ROLE = "mcp";
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    BearerAuthentication authentication;

    @Inject
    ClientAddresses addresses;

    @Override
    public AuthenticationStatus validateRequest(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = path(request);
        if (PROTECTED.stream().noneMatch(root -> path.equals(root) || path.startsWith(root + "/"))) {
            // web.xml protects nothing else; should it come to, nobody gets in by this mechanism.
            return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
        }
        List<String> authorization = Collections.list(request.getHeaders("Authorization"));
        return switch (authentication.authenticate(authorization, path, addresses.of(request))) {
            case BearerOutcome.Admitted(var caller, var principal) -> {
                request.setAttribute(Caller.class.getName(), caller);
                yield context.notifyContainerAboutLogin(principal, Set.of(ROLE));
            }
            case BearerOutcome.Challenged(var challenge) -> {
                response.setHeader(BearerChallenge.HEADER, challenge);
                yield refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "unauthorized");
            }
            case BearerOutcome.Limited(var wait) -> {
                response.setHeader("Retry-After", Long.toString(wait.toSeconds()));
                yield refuse(response, TOO_MANY_REQUESTS, "too_many_requests");
            }
        };
    }

    /** The path as the container mapped it, decoded and without path parameters, so that no spelling of it is checked less. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    private static AuthenticationStatus refuse(HttpServletResponse response, int status, String error) {
        byte[] body = ("{\"error\":\"" + error + "\"}").getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            // Sent here and now: the container would put its error page for people in its place.
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }
}
