package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantSettings.Person;
import org.gatehouse.permission.grants.PeopleService;

/** The people of the organisation, in the order of their user names. */
@Named
@RequestScoped
public class SetupPeoplePage {
    private static final int PAGE = 50;

    @Inject
    SetupDoor setup;

    @EJB
    PeopleService people;

    private List<Person> rows = List.of();

    /** Before the page is shown. */
    public void show() {
        setup.show(SystemPermission.MANAGE_USERS, () -> rows = people.page(SetupDoor.parameter("after"), PAGE));
    }

    public List<Person> getRows() {
        return rows;
    }

    /** The last name of a full page, after which the next page begins; empty for none. */
    public String getNext() {
        return rows.size() == PAGE ? rows.getLast().username() : "";
    }
}
