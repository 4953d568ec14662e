package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.oauth.client.RedirectUris;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.grant.Approver;
import org.gatehouse.oauth.grant.AuthorizationService;
import org.gatehouse.oauth.grant.PendingAuthorization;
import org.gatehouse.oauth.grant.ScopeChoices;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.permission.ProfileAssurance;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.network.ClientAddresses;
import org.jspecify.annotations.Nullable;

/** The consent page: asks the signed-in person whether a client may act for them at a server. */
@Named
@RequestScoped
public class ConsentPage {
    @Inject
    AuthorizationPages pages;

    @Inject
    BrowserSessions sessions;

    @Inject
    Users users;

    @Inject
    ProfileAssurance profiles;

    @Inject
    Clients clients;

    @Inject
    ResourceIndicators resources;

    @Inject
    Deployment deployment;

    @Inject
    ClientAddresses addresses;

    @EJB
    AuthorizationService authorizations;

    private String request = "";
    private @Nullable Question question;

    /** Before the page is shown: what is asked, by whom, of whom. */
    public void show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<PendingAuthorization> found = pages.find(faces, request);
        if (found.isEmpty()) {
            pages.gone(faces);
            return;
        }
        PendingAuthorization pending = found.get();
        Optional<User> user = person(faces, pending);
        if (user.isEmpty()) {
            pages.redirect(faces, login());
        } else if (!authorizations.admits(pending, approver(faces, user.get()))) {
            pages.take(faces, request);
            pages.redirect(faces, authorizations.deny(pending).toString());
        } else {
            pages.allowRedirect(faces, pending);
            question = question(pending, user.get());
        }
    }

    /** The person allows it. */
    public void allow() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<User> user = pages.find(faces, request).flatMap(pending -> person(faces, pending));
        Optional<PendingAuthorization> taken = user.flatMap(person -> pages.take(faces, request));
        if (user.isEmpty() || taken.isEmpty()) {
            pages.gone(faces);
        } else {
            Collection<String> picked = List.of(faces.getExternalContext().getRequestParameterValuesMap().getOrDefault("scope", new String[0]));
            URI answer = authorizations.approve(taken.get(), approver(faces, user.get()), choices(taken.get()).approved(picked));
            pages.redirect(faces, answer.toString());
        }
    }

    /** The person does not. */
    public void deny() {
        FacesContext faces = FacesContext.getCurrentInstance();
        pages.take(faces, request)
                .ifPresentOrElse(pending -> pages.redirect(faces, authorizations.deny(pending).toString()), () -> pages.gone(faces));
    }

    /** Somebody else wants to answer. */
    public void switchUser() {
        FacesContext faces = FacesContext.getCurrentInstance();
        sessions.leave(faces);
        pages.redirect(faces, login());
    }

    private Optional<User> person(FacesContext faces, PendingAuthorization pending) {
        return pages.user(faces).filter(pending::accepts).filter(profiles::accepts).flatMap(signedIn -> users.findActive(signedIn.userId()));
    }

    private String login() {
        return deployment.url("/login?request=" + request);
    }

    private Question question(PendingAuthorization pending, User user) {
        String client = clients.find(pending.clientId()).map(RegisteredClient::label).orElse(pending.clientId());
        String server = resources.resource(pending.resource()).map(ProtectedResource::label).orElse(pending.resource());
        return new Question(
                user,
                DisplayText.of(client),
                DisplayText.of(server),
                pending.resource(),
                host(pending.redirectUri()),
                RedirectUris.leadsToThisMachine(pending.redirectUri()),
                choices(pending).choices());
    }

    /** The host, or the scheme of a client of its own kind, which is what decides who gets the answer. */
    private static String host(String redirectUri) {
        URI uri = URI.create(redirectUri);
        return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) ? uri.getHost() : uri.getScheme() + ":";
    }

    private ScopeChoices choices(PendingAuthorization pending) {
        List<String> offered = resources.resource(pending.resource()).map(ProtectedResource::scopes).orElse(List.of());
        return ScopeChoices.of(pending.scopes(), offered);
    }

    private Approver approver(FacesContext faces, User user) {
        Assurance assurance = pages.user(faces).map(SignedInUser::assurance).orElse(Assurance.STANDARD);
        return new Approver(user.id(), assurance, addresses.of((HttpServletRequest) faces.getExternalContext().getRequest()));
    }

    public String getRequest() {
        return request;
    }

    public void setRequest(@Nullable String request) {
        this.request = AuthorizationPages.id(request);
    }

    public @Nullable Question getQuestion() {
        return question;
    }

    /**
     * What the page says.
     *
     * @param resource the server's address
     * @param redirectHost where the answer goes; shown always, because a client's name proves nothing
     * @param ownMachine whether that is the person's own machine, where any program can take it
     * @param scopes what the person decides on
     */
    public record Question(
            User user, String client, String server, String resource, String redirectHost, boolean ownMachine, List<OAuthScope> scopes) {}
}
