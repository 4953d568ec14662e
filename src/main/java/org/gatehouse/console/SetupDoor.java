package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.AuditedCall;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.Requester;
import org.gatehouse.identity.User;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.permission.ProfileAssurance;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.network.ClientAddress;
import org.gatehouse.platform.network.ClientAddresses;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The one door of the setup console: every page is shown and everything on it is done through here, so that none can forget who asks, what that
 * takes, and the event of it.
 */
@Named("setup")
@RequestScoped
public class SetupDoor {
    /** Each opens some page of the console. */
    static final Set<SystemPermission> ADMINISTRATIVE =
            Set.of(SystemPermission.CUSTOMIZE_APPLICATION, SystemPermission.MANAGE_USERS, SystemPermission.VIEW_EVENT_LOG_FILES);

    private static final String SECRET = SetupDoor.class.getName() + ".secret";

    @Inject
    BrowserSessions sessions;

    @Inject
    SignInPages pages;

    @Inject
    ProfileAssurance profiles;

    @Inject
    PermissionEngine permissions;

    @Inject
    ConfigurationVersions versions;

    @Inject
    RecentSignIn recent;

    @Inject
    ClientAddresses addresses;

    @Inject
    Requester requester;

    @EJB
    AuditedCalls calls;

    private @Nullable EffectiveAccess access;
    private boolean stale;

    /**
     * Shows a page to who may see it; anybody else is led to the sign-in page, or refused.
     *
     * @param content reads what the page shows
     */
    public void show(SystemPermission needed, Callable<?> content) {
        show(Set.of(needed), content);
    }

    /** As {@link #show(SystemPermission, Callable)}, to holders of any of these permissions. */
    public void show(Set<SystemPermission> anyOf, Callable<?> content) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<User> person = person(faces);
        if (person.isEmpty()) {
            pages.goTo(faces, new Destination("", Destination.SETUP).by(SignInRoute.PASSWORD));
        } else if (anyOf.stream().noneMatch(access(person.get())::has)) {
            refuse(faces, HttpServletResponse.SC_FORBIDDEN);
        } else {
            try {
                content.call();
            } catch (ProblemException e) {
                refuse(faces, e.problem() instanceof Problem.NotFound ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
            } catch (Exception e) {
                throw new IllegalStateException("The page could not be made.", e);
            }
        }
    }

    /**
     * Does something on behalf of the signed-in person, and leads on if it was done. What speaks against it is said on the page.
     *
     * @param operation its name in the event log
     * @param thing what it is about
     * @param next the page that is shown then
     */
    public void act(SystemPermission needed, String operation, String thing, String next, Callable<?> work) {
        if (perform(needed, operation, thing, work).isPresent()) {
            pages.goTo(FacesContext.getCurrentInstance(), next + (next.contains("?") ? "&" : "?") + "done=" + encoded(operation));
        }
    }

    /** As {@link #act}, for a result that this page shows itself; empty if it was not done. */
    public <T> Optional<T> perform(SystemPermission needed, String operation, String thing, Callable<T> work) {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<User> person = person(faces);
        if (person.isEmpty()) {
            pages.goTo(faces, new Destination("", Destination.SETUP).by(SignInRoute.PASSWORD));
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(calls.run(call(person.get(), needed, operation, thing, () -> {
                requireRecent(faces, operation);
                return work.call();
            })));
        } catch (ProblemException e) {
            say(faces, e.problem());
        } catch (EJBException e) {
            if (!(e.getCause() instanceof ProblemException problem)) {
                throw e;
            }
            say(faces, problem.problem());
        } catch (Exception e) {
            throw new IllegalStateException("The work could not be done.", e);
        }
        return Optional.empty();
    }

    /** Who has signed in, as surely as their profile demands. */
    private Optional<User> person(FacesContext faces) {
        return sessions.signedIn(faces).filter(profiles::accepts).isPresent() ? sessions.person(faces) : Optional.empty();
    }

    /** Refuses who lacks a permission beside the page's own; within {@link #perform}. */
    void require(SystemPermission needed) {
        if (!may(needed.apiName())) {
            throw new ProblemException(new Problem.InsufficientAccess("This needs the permission " + needed.apiName() + ". Ask an administrator."));
        }
    }

    private void requireRecent(FacesContext faces, String operation) {
        if (sessions.signedIn(faces).filter(signedIn -> recent.suffices(signedIn, operation)).isEmpty()) {
            stale = true;
            throw new ProblemException(new Problem.InsufficientAccess("Nothing was done: your password was asked for too long ago. Sign in again in"
                    + " another tab, come back and press the button once more."));
        }
    }

    /** Whether something on this page was refused because the sign-in is not fresh. */
    public boolean isStale() {
        return stale;
    }

    private <T> AuditedCall<T> call(User person, SystemPermission needed, String operation, String thing, Callable<T> work) {
        HttpServletRequest request = (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
        Actor actor = new Actor(person.id(), person.username(), null, null, addresses.of(request).toString());
        Channel channel = new Channel(Channel.Family.SETUP, request.getMethod(), request.getRequestURI());
        // A page may do several things, and each has events of its own.
        requester.is(actor, channel, UUID.randomUUID().toString());
        AuditDraft draft = new AuditDraft(EventType.API_TOTAL_USAGE, requester.requestId(), actor, channel);
        draft.method(operation);
        if (!thing.isEmpty()) {
            draft.object(thing);
        }
        return new AuditedCall<>(draft, () -> {
            require(needed);
            return work.call();
        });
    }

    private EffectiveAccess access(User person) {
        EffectiveAccess known = access;
        if (known == null) {
            known = permissions.access(person.id(), versions.current(Topic.ACCESS));
            access = known;
        }
        return known;
    }

    private void say(FacesContext faces, Problem problem) {
        List<String> texts = problem instanceof Problem.InvalidArguments(var message, var violations) && !violations.isEmpty()
                ? violations.stream().map(violation -> violation.location().replaceFirst("^/", "") + ": " + violation.message()).toList()
                : List.of(problem.message());
        texts.forEach(text -> faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text)));
    }

    private static void refuse(FacesContext faces, int status) {
        try {
            faces.getExternalContext().responseSendError(status, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }

    /** Whether the signed-in person holds a permission, by its API name; decides which pages are offered. */
    public boolean may(String permission) {
        return sessions.person(FacesContext.getCurrentInstance())
                .flatMap(person -> SystemPermission.named(permission).filter(access(person)::has))
                .isPresent();
    }

    /** Whether there is anything in the console for the signed-in person. */
    public boolean isAdministrator() {
        return sessions.person(FacesContext.getCurrentInstance()).filter(person -> ADMINISTRATIVE.stream().anyMatch(access(person)::has)).isPresent();
    }

    /** The signed-in person. */
    public String getUsername() {
        return sessions.person(FacesContext.getCurrentInstance()).map(User::username).orElse("");
    }

    /** What was done a moment ago, as the URL says; only words that a page of ours would put there. */
    public String getDone() {
        String done = parameter("done");
        return done.matches("[a-z.-]{1,60}") ? done : "";
    }

    /** Leads on to another page of the console. */
    public void lead(String page) {
        pages.goTo(FacesContext.getCurrentInstance(), page);
    }

    /** The id of the signed-in person; empty for nobody. */
    public String userId() {
        return sessions.person(FacesContext.getCurrentInstance()).map(User::id).orElse("");
    }

    /** The address that the person's requests come from. */
    public ClientAddress address() {
        return addresses.of((HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest());
    }

    /** Keeps a secret for the page that answers this request, and for no other: the view's state outlives it. */
    static void showOnce(String secret) {
        FacesContext.getCurrentInstance().getAttributes().put(SECRET, secret);
    }

    /** The secret that was kept; empty for none. */
    static String shownOnce() {
        return FacesContext.getCurrentInstance().getAttributes().get(SECRET) instanceof String secret ? secret : "";
    }

    /** A parameter of the request; empty if it is not there. */
    static String parameter(String name) {
        Map<String, String> parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        return parameters.getOrDefault(name, "");
    }

    /** A value of a parameter in an address that a page writes: an id may be a URL of its own, with {@code &} in it. */
    public String encode(@Nullable Object value) {
        return value == null ? "" : encoded(value.toString());
    }

    /** A value for a URL. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
