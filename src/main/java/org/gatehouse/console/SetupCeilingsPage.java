package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.ceiling.CeilingService;
import org.gatehouse.permission.ceiling.CeilingSettings;
import org.gatehouse.permission.ceiling.CeilingSubject;
import org.gatehouse.permission.ceiling.CeilingSubject.Kind;

/** The apps and servers, and which of them have a ceiling. */
@Named
@RequestScoped
public class SetupCeilingsPage {
    @Inject
    SetupDoor setup;

    @EJB
    CeilingService ceilings;

    @EJB
    ClientAdministration clients;

    @EJB
    ServerAdministration servers;

    private List<Row> apps = List.of();
    private List<Row> all = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(SystemPermission.CUSTOMIZE_APPLICATION, () -> {
            apps = clients.all().stream().map(it -> row(Kind.CLIENT, it.clientId(), DisplayText.of(it.label()))).toList();
            all = servers.all().stream().map(it -> row(Kind.SERVER, it.name(), it.title())).toList();
            return this;
        });
    }

    private Row row(Kind kind, String name, String label) {
        Optional<CeilingSettings> found = ceilings.find(new CeilingSubject(kind, name));
        return new Row(name, label, found.map(it -> it.ceiling().objects().size()).orElse(-1));
    }

    public List<Row> getApps() {
        return apps;
    }

    public List<Row> getServers() {
        return all;
    }

    /**
     * An app or a server.
     *
     * @param objects how many objects its ceiling leaves; less than none where there is no ceiling
     */
    public record Row(String name, String label, int objects) {
        /** What is narrowed, in words. */
        public String said() {
            return switch (objects) {
                case -1 -> "nothing is narrowed";
                case 0 -> "leaves nothing";
                case 1 -> "leaves 1 object";
                default -> "leaves " + objects + " objects";
            };
        }
    }
}
