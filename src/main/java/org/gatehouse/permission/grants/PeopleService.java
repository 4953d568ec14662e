package org.gatehouse.permission.grants;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.permission.grants.GrantSettings.Person;

/** Reads and changes the people, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class PeopleService {
    @Inject
    PeopleStore store;

    @Inject
    SetupTrail trail;

    @Inject
    Event<ConnectionsEnded> endings;

    /** People in the order of their user names; the next page starts after the last one. */
    public List<Person> page(String after, int limit) {
        return store.page(after, limit);
    }

    public Person one(String id) {
        return store.one(id);
    }

    public Person create(Person wanted) {
        return trail.creation(EventType.PERMISSION_UPDATE, "user.create", () -> store.create(wanted), Person::username);
    }

    public Person change(String id, Person wanted) {
        return trail.change(
                EventType.PERMISSION_UPDATE, "user.change", store.one(id).username(), () -> store.one(id), () -> store.change(id, wanted));
    }

    public void setPassword(String id, String password) {
        Optional<ConnectionsEnded> connectionsEnded = store.setPassword(id, password);
        trail.secret(EventType.SETUP_AUDIT_TRAIL, "user.password", store.one(id).username());
        connectionsEnded.ifPresent(ended -> {
            trail.secret(EventType.SETUP_AUDIT_TRAIL, "user.end-connections", ended.username());
            endings.fire(ended);
        });
    }

    public void signOut(String id) {
        store.signOut(id);
        trail.secret(EventType.SETUP_AUDIT_TRAIL, "user.sign-out", store.one(id).username());
    }
}
