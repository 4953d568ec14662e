package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gatehouse.metadata.design.ObjectService;
import org.gatehouse.metadata.design.ObjectSettings;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.sharing.SharingService;
import org.gatehouse.permission.sharing.SharingSettings.Group;
import org.gatehouse.permission.sharing.SharingSettings.Member;
import org.gatehouse.permission.sharing.SharingSettings.Queue;
import org.gatehouse.permission.sharing.SharingSettings.Restriction;
import org.gatehouse.permission.sharing.SharingSettings.Role;
import org.gatehouse.permission.sharing.SharingSettings.Rule;
import org.jspecify.annotations.Nullable;

/** All that decides who sees which records: org-wide defaults, roles, groups, queues, sharing rules and restriction rules. */
@Named
@RequestScoped
public class SetupSharingPage {
    @Inject
    SetupDoor setup;

    @EJB
    ObjectService objects;

    @EJB
    SharingService sharing;

    private List<ObjectSettings> defaults = List.of();
    private List<Level> roles = List.of();
    private List<Group> groups = List.of();
    private List<Queue> queues = List.of();
    private List<Rule> rules = List.of();
    private List<Restriction> restrictions = List.of();
    private int memberships;

    /** Before the page is shown. */
    public void show() {
        setup.show(SystemPermission.CUSTOMIZE_APPLICATION, () -> {
            defaults = objects.all();
            roles = hierarchy(sharing.roles());
            groups = sharing.groups();
            queues = sharing.queues();
            rules = sharing.rules();
            restrictions = sharing.restrictions();
            memberships = sharing.memberships();
            return this;
        });
    }

    /** Recalculates the group memberships. */
    public void recalculate() {
        setup.act(SystemPermission.CUSTOMIZE_APPLICATION, "memberships.recalculate", "", "/setup/sharing", sharing::recalculate);
    }

    /** How many memberships there are. */
    public int getMemberships() {
        return memberships;
    }

    /** The roles from the top down, each under the one above it. */
    static List<Level> hierarchy(List<Role> roles) {
        List<Level> levels = new ArrayList<>();
        add(roles, null, 0, levels);
        return levels;
    }

    private static void add(List<Role> roles, @Nullable String parent, int depth, List<Level> levels) {
        roles.stream().filter(role -> Objects.equals(role.parent(), parent)).forEach(role -> {
            levels.add(new Level(role.name(), role.label(), parent, depth));
            add(roles, role.name(), depth + 1, levels);
        });
    }

    /** A member as a line. */
    public String line(@Nullable Member member) {
        return SharingText.written(member);
    }

    /** Members in one line. */
    public String written(List<Member> members) {
        return String.join(", ", members.stream().map(SharingText::written).toList());
    }

    public List<ObjectSettings> getDefaults() {
        return defaults;
    }

    public List<Level> getRoles() {
        return roles;
    }

    public List<Group> getGroups() {
        return groups;
    }

    public List<Queue> getQueues() {
        return queues;
    }

    public List<Rule> getRules() {
        return rules;
    }

    public List<Restriction> getRestrictions() {
        return restrictions;
    }

    /** A role and how far below the top it stands. */
    public record Level(String name, String label, @Nullable String parent, int depth) {
        /** What stands before it in a list, so that the hierarchy can be seen. */
        public String indent() {
            return "– ".repeat(depth);
        }
    }
}
