package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.alert.AlertSearch;
import org.gatehouse.audit.chain.ChainService;
import org.gatehouse.audit.chain.ChainVerification;
import org.gatehouse.audit.file.EventFilter;
import org.gatehouse.audit.file.EventSearch;
import org.gatehouse.audit.file.EventView;
import org.gatehouse.permission.SystemPermission;
import org.jspecify.annotations.Nullable;

/** Single events by person, app, tool, object and outcome; the setup audit trail is the same search for another type. */
@Named
@RequestScoped
public class SetupSearchPage {
    private static final SystemPermission NEEDED = SystemPermission.VIEW_EVENT_LOG_FILES;
    private static final int PAGE = 50;

    @Inject
    SetupDoor setup;

    @EJB
    EventSearch search;

    @EJB
    ChainService chain;

    private List<EventView> events = List.of();
    private @Nullable ChainVerification verification;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            events = setup.perform(NEEDED, "event.search", "", () -> search.page(filter(), before(), PAGE)).orElse(List.of());
            return this;
        });
    }

    /** Looks through the chains. */
    public void verify() {
        verification = setup.perform(NEEDED, "event.verify", "", chain::verify).orElse(null);
    }

    private static EventFilter filter() {
        return new EventFilter(
                wanted("type"), null, null, wanted("username"), wanted("clientId"), wanted("server"), wanted("tool"), wanted("action"), wanted("object"),
                wanted("recordId"), wanted("outcome"), wanted("errorCode"), wanted("clientAddress"), null);
    }

    private static @Nullable String wanted(String name) {
        String value = SetupDoor.parameter(name).strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable Long before() {
        String before = SetupDoor.parameter("before");
        return before.matches("\\d{1,18}") ? Long.valueOf(before) : null;
    }

    public List<EventView> getEvents() {
        return events;
    }

    public @Nullable ChainVerification getVerification() {
        return verification;
    }

    public List<String> getTypes() {
        return Arrays.stream(EventType.values()).map(EventType::apiName).toList();
    }

    /** A filter as it was asked for, for the form that shows it again. */
    public String wantedText(String name) {
        return SetupDoor.parameter(name);
    }

    /** The page on which this search becomes an alert. */
    public String getAlert() {
        return AlertText.page("/setup/alert", AlertSearch.of(SetupSearchPage::wanted));
    }

    /** The page after this one, with the same filter; empty if this is the last. */
    public String getNext() {
        if (events.size() < PAGE) {
            return "";
        }
        StringBuilder query = new StringBuilder("/setup/search?before=").append(events.getLast().id());
        for (String name : List.of("type", "username", "clientId", "server", "tool", "action", "object", "recordId", "outcome", "errorCode", "clientAddress")) {
            String value = wanted(name);
            if (value != null) {
                query.append('&').append(name).append('=').append(SetupDoor.encoded(value));
            }
        }
        return query.toString();
    }
}
