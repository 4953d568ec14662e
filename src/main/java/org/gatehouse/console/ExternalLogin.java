package org.gatehouse.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.apache.commons.text.StringEscapeUtils;
import org.gatehouse.identity.external.ExternalProviders;
import org.gatehouse.identity.external.ExternalSignIn;
import org.gatehouse.identity.external.ExternalSignIns;
import org.gatehouse.identity.external.ExternalStart;
import org.gatehouse.identity.external.ExternalTransaction;
import org.gatehouse.identity.external.ExternalTransactions;
import org.gatehouse.oauth.grant.PendingAuthorization;
import org.gatehouse.oauth.grant.PendingAuthorizations;
import org.jspecify.annotations.Nullable;

/**
 * The part of the sign-in page that offers external providers. Their buttons are a form of the page, with its view state: a foreign site
 * cannot start a sign-in.
 */
@Named
@RequestScoped
public class ExternalLogin {
    @Inject
    ExternalProviders available;

    @Inject
    ExternalSignIn signIn;

    @Inject
    ExternalSignIns account;

    @Inject
    LoginOrigins origins;

    @Inject
    InstantSource clock;

    private @Nullable List<ExternalProviders.Choice> providers;
    private @Nullable String request;

    public List<ExternalProviders.Choice> getProviders() {
        if (providers == null) {
            providers = available.choices();
        }
        return providers;
    }

    /** The authorization that waits, so that the person is led back to it: from the page's URL at first, from the form after that. */
    public String getRequest() {
        return request == null
                ? AuthorizationPages.id(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("request"))
                : request;
    }

    public void setRequest(@Nullable String request) {
        this.request = AuthorizationPages.id(request);
    }

    /** Sends the browser to a provider. */
    public void start(String provider) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest http = (HttpServletRequest) faces.getExternalContext().getRequest();
        String waiting = getRequest();
        boolean fresh = PendingAuthorizations.of(http.getSession(false))
                .find(waiting, clock.instant())
                .filter(PendingAuthorization::freshSignIn)
                .isPresent();
        switch (signIn.start(provider, waiting, fresh)) {
            case ExternalStart.Away(var location, var transaction) -> {
                keep(transaction, http.getSession());
                leave(faces, location);
            }
            case ExternalStart.Impossible(var refusal) -> {
                account.record(refusal, origins.of(http).clientAddress());
                ExternalCallback.refuse(http, (HttpServletResponse) faces.getExternalContext().getResponse());
                faces.responseComplete();
            }
        }
    }

    private static void keep(ExternalTransaction transaction, HttpSession session) {
        ExternalTransactions transactions = ExternalTransactions.of(session);
        transactions.add(transaction);
        transactions.keepIn(session);
    }

    /**
     * Answers with a page that moves on by itself, not with a redirect: browsers apply {@code form-action} to every redirect after a form,
     * and nobody knows by how many hosts a provider leads people.
     */
    private static void leave(FacesContext faces, URI location) {
        ExternalContext external = faces.getExternalContext();
        external.setResponseContentType("text/html");
        external.setResponseCharacterEncoding("UTF-8");
        external.setResponseHeader("Refresh", "0;url=" + location);
        try {
            external.getResponseOutputWriter()
                    .write("<!DOCTYPE html><html lang=\"en\"><title>Sign in · Gatehouse</title><p><a href=\""
                            + StringEscapeUtils.escapeHtml4(location.toString()) + "\">Continue to sign in</a></p></html>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }
}
