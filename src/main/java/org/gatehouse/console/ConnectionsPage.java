package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gatehouse.identity.SignedInUser;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;
import org.gatehouse.oauth.grant.Connection;
import org.gatehouse.oauth.grant.ConnectionService;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.configuration.Deployment;

/** The page on which a person sees which agents act for them, and ends any of them. */
@Named
@RequestScoped
public class ConnectionsPage {
    @Inject
    AuthorizationPages pages;

    @Inject
    Users users;

    @Inject
    Deployment deployment;

    @EJB
    ConnectionService service;

    private List<Row> connections = List.of();

    /**
     * Before the page is shown. A button carries the id of its connection, because its place in the list can have changed since the page was
     * sent; the view state that comes with it proves that it is our page's button.
     */
    public void show() {
        FacesContext faces = FacesContext.getCurrentInstance();
        Optional<User> user = pages.user(faces).map(SignedInUser::userId).flatMap(users::findActive);
        if (user.isEmpty()) {
            pages.redirect(faces, deployment.url(Destination.of("", Destination.CONNECTIONS).by(SignInRoute.PASSWORD)));
            return;
        }
        String ended = faces.getExternalContext().getRequestParameterMap().get("end");
        if (faces.isPostback() && ended != null) {
            service.endOwn(user.get().id(), ended);
            pages.redirect(faces, deployment.url("/connections"));
            return;
        }
        connections = service.of(user.get().id()).stream()
                .sorted(Comparator.comparing(Connection::connectedAt).reversed())
                .map(ConnectionsPage::row)
                .toList();
    }

    private static Row row(Connection connection) {
        return new Row(
                connection.id(),
                DisplayText.of(connection.client()),
                connection.resource(),
                connection.scopes().stream().sorted().map(OAuthScope::meaning).toList(),
                Times.shown(connection.connectedAt()),
                Times.shown(connection.lastUsedAt()),
                connection.frozenAt() != null);
    }

    public List<Row> getConnections() {
        return connections;
    }

    /** One connection in words. */
    public record Row(String id, String client, String resource, List<String> scopes, String connectedAt, String lastUsedAt, boolean frozen) {}
}
