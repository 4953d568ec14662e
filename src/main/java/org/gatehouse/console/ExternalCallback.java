package org.gatehouse.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.identity.User;
import org.gatehouse.identity.external.ExternalOutcome;
import org.gatehouse.identity.external.ExternalSignIn;
import org.gatehouse.identity.external.ExternalSignIns;
import org.gatehouse.identity.external.ExternalTransaction;
import org.gatehouse.identity.external.ExternalTransactions;
import org.gatehouse.oauth.endpoint.AuthorizationEndpoint;
import org.gatehouse.platform.configuration.Deployment;
import org.jspecify.annotations.Nullable;

/** Where external providers send the browser back to. */
@WebServlet(ExternalSignIn.CALLBACK)
public class ExternalCallback extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    transient ExternalSignIn signIn;

    @Inject
    transient ExternalSignIns account;

    @Inject
    transient Deployment deployment;

    @Inject
    transient InstantSource clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ExternalTransaction> transaction = take(request.getSession(false), request.getParameter("state"));
        ExternalOutcome outcome = signIn.finish(transaction, parameters(request));
        account.record(outcome, request.getRemoteAddr());
        switch (outcome) {
            case ExternalOutcome.SignedIn(var provider, var user) -> {
                enter(request, user);
                String waiting = transaction.map(ExternalTransaction::request).orElse("");
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", deployment.url(waiting.isEmpty() ? "/" : "/consent?request=" + waiting));
            }
            case ExternalOutcome.Refused refused -> refuse(request, response);
        }
    }

    /** One message, whatever the reason: which of provider, link and person failed is nobody's business at the browser. */
    static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setAttribute(
                AuthorizationEndpoint.MESSAGE,
                "This sign-in did not succeed. Go back to your application and try again, or ask your administrator.");
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static Optional<ExternalTransaction> take(@Nullable HttpSession session, @Nullable String state) {
        if (session == null) {
            return Optional.empty();
        }
        ExternalTransactions waiting = ExternalTransactions.of(session);
        Optional<ExternalTransaction> transaction = waiting.take(state);
        waiting.keepIn(session);
        return transaction;
    }

    /** A session id that was known before signing in, perhaps to somebody else, is worth nothing after it. */
    private void enter(HttpServletRequest request, User user) {
        request.getSession();
        request.changeSessionId();
        new SignedInUser(user.id(), clock.instant(), Assurance.STANDARD).enter(request.getSession());
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
    }
}
