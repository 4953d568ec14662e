package org.gatehouse.permission.grants;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.gatehouse.permission.grants.GrantSettings.Person;

/** Reads and changes the people, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class PeopleService {
    @Inject
    PeopleStore store;

    /** People in the order of their user names; the next page starts after the last one. */
    public List<Person> page(String after, int limit) {
        return store.page(after, limit);
    }

    public Person one(String id) {
        return store.one(id);
    }

    public Person create(Person wanted) {
        return store.create(wanted);
    }

    public Person change(String id, Person wanted) {
        return store.change(id, wanted);
    }

    public void setPassword(String id, String password) {
        store.setPassword(id, password);
    }

    public void signOut(String id) {
        store.signOut(id);
    }
}
