package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.gatehouse.audit.alert.AlertService;
import org.gatehouse.audit.alert.RaisedAlert;
import org.gatehouse.audit.file.EventStatistics;
import org.gatehouse.audit.file.EventStatistics.Count;
import org.gatehouse.audit.file.EventStatistics.Summary;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.ServerSettings;
import org.gatehouse.oauth.grant.ClientUsage;
import org.gatehouse.oauth.grant.ConnectionService;
import org.gatehouse.permission.SystemPermission;

/** The first page of the console: what is open, and what happened in the last day. */
@Named
@RequestScoped
public class SetupHomePage {
    private static final Duration LATELY = Duration.ofDays(1);
    private static final int MOST_RAISED = 10;
    private static final int MOST_FROZEN = 1_000;

    @Inject
    SetupDoor setup;

    @EJB
    EventStatistics statistics;

    @EJB
    ServerAdministration servers;

    @EJB
    ConnectionService connections;

    @EJB
    AlertService alerts;

    @Inject
    InstantSource clock;

    private Summary summary = Summary.NOTHING;
    private List<String> active = List.of();
    private List<RaisedAlert> raised = List.of();
    private int connected;
    private int frozen;

    /** Before the page is shown. */
    public void show() {
        setup.show(SetupDoor.ADMINISTRATIVE, () -> {
            active = servers.all().stream().filter(ServerSettings::active).map(ServerSettings::name).toList();
            connected = connections.clients().stream().mapToInt(ClientUsage::connections).sum();
            frozen = connections.frozen(MOST_FROZEN).size();
            // Who did what is for those who may read the log.
            if (setup.may(SystemPermission.VIEW_EVENT_LOG_FILES.apiName())) {
                raised = alerts.raisedSince(clock.instant().minus(LATELY), MOST_RAISED);
                summary = statistics.since(clock.instant().minus(LATELY));
            }
            return this;
        });
    }

    public Summary getSummary() {
        return summary;
    }

    /** The lists of the summary, each with its heading. */
    public List<Table> getTables() {
        return List.of(
                new Table("People", summary.people()), new Table("Apps", summary.clients()), new Table("Tools", summary.tools()),
                new Table("Objects", summary.objects()), new Table("Errors by status", summary.statuses()), new Table("Refusals and failures", summary.errors()),
                new Table("Addresses", summary.addresses()), new Table("Addresses not seen for 30 days", summary.newAddresses()));
    }

    /** The alerts of the last day. */
    public List<RaisedAlert> getRaised() {
        return raised;
    }

    /** How many connections are frozen. */
    public int getFrozen() {
        return frozen;
    }

    public List<String> getActive() {
        return active;
    }

    public int getConnected() {
        return connected;
    }

    /** One list with its heading. */
    public record Table(String heading, List<Count> counts) {}
}
