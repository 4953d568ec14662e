package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;
import org.gatehouse.metadata.design.FieldSettings;
import org.gatehouse.metadata.design.ObjectService;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.gatehouse.permission.sharing.SharingService;
import org.jspecify.annotations.Nullable;

/** Looks through the setup: pages by what they are about, and what was set up by its name. */
@Named
@RequestScoped
public class SetupFindPage {
    private static final int LONGEST = 80;
    private static final int MOST = 50;

    @Inject
    SetupDoor setup;

    @EJB
    ClientAdministration clients;

    @EJB
    ServerAdministration servers;

    @EJB
    ObjectService objects;

    @EJB
    SharingService sharing;

    @EJB
    GrantService grants;

    @Inject
    Users users;

    private final List<Hit> hits = new ArrayList<>();

    /** Before the page is shown. */
    public void show() {
        setup.show(SetupDoor.ADMINISTRATIVE, () -> {
            String wanted = getWanted();
            if (!wanted.isEmpty()) {
                SetupPlaces.ALL.stream()
                        .filter(place -> may(place.needed()) && place.matches(wanted))
                        .forEach(place -> hits.add(new Hit("Page", place.name(), place.path())));
                if (may(SystemPermission.CUSTOMIZE_APPLICATION)) {
                    customization(wanted);
                }
                if (may(SystemPermission.MANAGE_USERS)) {
                    people(wanted);
                }
            }
            return this;
        });
    }

    private boolean may(SystemPermission permission) {
        return setup.may(permission.apiName());
    }

    private void customization(String wanted) {
        clients.all().forEach(it -> add(wanted, "App", it.label(), it.clientId(), "/setup/app?id=" + SetupDoor.encoded(it.clientId())));
        servers.all().forEach(it -> add(wanted, "MCP server", it.title(), it.name(), "/setup/servers"));
        for (ObjectSettings object : objects.all()) {
            String page = "/setup/object?name=" + SetupDoor.encoded(object.name());
            add(wanted, "Object", object.label(), object.name(), page);
            List<FieldSettings> fields = object.fields() == null ? List.of() : object.fields();
            fields.forEach(field -> add(wanted, "Field of " + object.name(), field.label(), field.name(), page));
        }
        sharing.roles().forEach(it -> add(wanted, "Role", it.label(), it.name(), "/setup/role?name=" + SetupDoor.encoded(it.name())));
        sharing.groups().forEach(it -> add(wanted, "Public group", it.label(), it.name(), "/setup/group?name=" + SetupDoor.encoded(it.name())));
        sharing.queues().forEach(it -> add(wanted, "Queue", it.label(), it.name(), "/setup/group?kind=queue&name=" + SetupDoor.encoded(it.name())));
        sharing.rules().forEach(it -> add(wanted, "Sharing rule", it.label(), it.name(), "/setup/sharing-rule?name=" + SetupDoor.encoded(it.name())));
    }

    private void people(String wanted) {
        grants.sets().forEach(it -> add(wanted, "Permission set", it.label(), it.name(), "/setup/permission-set?name=" + SetupDoor.encoded(it.name())));
        grants.groups().forEach(it -> add(wanted, "Permission set group", it.label(), it.name(), "/setup/permission-set-group?name=" + SetupDoor.encoded(it.name())));
        Optional<User> user = users.findByUsername(wanted);
        user.ifPresent(it -> hits.add(new Hit("User", it.username(), "/setup/person?id=" + SetupDoor.encoded(it.id()))));
    }

    private void add(String wanted, String kind, @Nullable String label, String name, String path) {
        if (contains(wanted, name) || (label != null && contains(wanted, label))) {
            hits.add(new Hit(kind, label == null || label.equals(name) ? name : label + " (" + name + ")", path));
        }
    }

    /** Whether every word that is looked for stands in a text. */
    static boolean contains(String wanted, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : wanted.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** What is looked for. */
    public String getWanted() {
        String wanted = SetupDoor.parameter("q").strip();
        return wanted.length() > LONGEST ? wanted.substring(0, LONGEST) : wanted;
    }

    /** What was found, pages first. */
    public List<Hit> getHits() {
        return hits.stream().limit(MOST).toList();
    }

    /** Whether there is more than is shown. */
    public boolean isMore() {
        return hits.size() > MOST;
    }

    /** Something that was found. */
    public record Hit(String kind, String name, String path) {}
}
