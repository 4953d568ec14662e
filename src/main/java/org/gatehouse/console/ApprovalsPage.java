package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditDraft;
import org.gatehouse.audit.AuditedCall;
import org.gatehouse.audit.AuditedCalls;
import org.gatehouse.audit.Channel;
import org.gatehouse.audit.EventType;
import org.gatehouse.catalog.approval.Approval;
import org.gatehouse.catalog.approval.Approvals;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;
import org.gatehouse.permission.ProfileAssurance;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.network.ClientAddresses;
import org.gatehouse.platform.problem.ProblemException;

/** The page on which a person sees the calls that agents want to make for them, and approves or refuses each. */
@Named
@RequestScoped
public class ApprovalsPage {
    @Inject
    AuthorizationPages pages;

    @Inject
    Users users;

    @Inject
    ProfileAssurance profiles;

    @Inject
    Deployment deployment;

    @Inject
    ClientAddresses addresses;

    @EJB
    Approvals approvals;

    @EJB
    AuditedCalls calls;

    private List<ApprovalText> waiting = List.of();

    /** Before the page is shown. A button carries the id of its call, because its place in the list can have changed since the page was sent. */
    public void show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<User> user = pages.user(faces).filter(profiles::accepts).map(SignedInUser::userId).flatMap(users::findActive);
        if (user.isEmpty()) {
            pages.redirect(faces, deployment.url(Destination.of("", Destination.APPROVALS).by(SignInRoute.PASSWORD)));
            return;
        }
        if (faces.isPostback()) {
            Map<String, String> buttons = faces.getExternalContext().getRequestParameterMap();
            String approved = buttons.getOrDefault("approve", "");
            String id = approved.isEmpty() ? buttons.getOrDefault("refuse", "") : approved;
            if (!id.isEmpty() && decide(faces, user.get(), id, !approved.isEmpty())) {
                pages.redirect(faces, deployment.url("/approvals"));
                return;
            }
        }
        waiting = approvals.of(user.get().id()).stream().map(ApprovalText::of).toList();
    }

    private boolean decide(FacesContext faces, User person, String id, boolean approved) {
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        AuditDraft draft = new AuditDraft(
                EventType.API_TOTAL_USAGE, UUID.randomUUID().toString(),
                new Actor(person.id(), person.username(), null, null, addresses.of(request).toString()),
                new Channel(Channel.Family.SETUP, request.getMethod(), request.getRequestURI()));
        draft.method(approved ? "approval.approve" : "approval.refuse");
        try {
            calls.run(new AuditedCall<>(draft, () -> {
                Approval call = approvals.decide(person.id(), id, approved);
                draft.server(call.server());
                draft.tool(call.tool());
                return call;
            }));
            return true;
        } catch (ProblemException e) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, e.problem().message(), e.problem().message()));
        } catch (Exception e) {
            throw new IllegalStateException("The answer could not be kept.", e);
        }
        return false;
    }

    public List<ApprovalText> getWaiting() {
        return waiting;
    }
}
