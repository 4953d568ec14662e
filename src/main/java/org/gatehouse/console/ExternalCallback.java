package org.gatehouse.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.LoginOrigin;
import org.gatehouse.identity.SignInAnswer;
import org.gatehouse.identity.Users;
import org.gatehouse.identity.VouchedSignIn;
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
    transient VouchedSignIn vouched;

    @Inject
    transient Users users;

    @Inject
    transient BrowserSessions sessions;

    @Inject
    transient LoginOrigins origins;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ExternalTransaction> transaction = take(request.getSession(false), request.getParameter("state"));
        ExternalOutcome outcome = signIn.finish(transaction, parameters(request));
        LoginOrigin origin = origins.of(request);
        account.record(outcome, origin.clientAddress());
        switch (outcome) {
            case ExternalOutcome.SignedIn(var provider, var user) -> {
                Destination destination = Destination.of(transaction.map(ExternalTransaction::request).orElse(""), null);
                enter(vouched.attempt(user, origin), destination, request, response);
            }
            case ExternalOutcome.Refused(var provider, var reason, var userId, var detail) -> {
                vouched.refused(userId.flatMap(users::find).orElse(null), provider, origin);
                refuse(request, response);
            }
        }
    }

    /** The provider's word is one factor, and counts where a right password would: what a password does not open, it does not either. */
    private void enter(SignInAnswer answer, Destination destination, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (answer) {
            case SignInAnswer.Refused() -> refuse(request, response);
            case SignInAnswer.CodeNeeded(var user) -> {
                sessions.await(request, user);
                redirect(response, destination.by(SignInRoute.CODE));
            }
            case SignInAnswer.SignedIn(var user) -> {
                sessions.enter(request, user, Assurance.STANDARD);
                redirect(response, destination.path());
            }
        }
    }

    private void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", deployment.url(path));
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

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
    }
}
