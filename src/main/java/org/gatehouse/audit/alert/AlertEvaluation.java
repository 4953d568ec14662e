package org.gatehouse.audit.alert;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatehouse.audit.Actor;
import org.gatehouse.audit.AuditEvents;
import org.gatehouse.audit.EventType;
import org.gatehouse.platform.json.Json;

/** Reads on along the chains for one alert and raises it where there was too much, in one transaction for each piece. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AlertEvaluation {
    private static final int BATCH = 1_000;

    @Inject
    AlertStore store;

    @Inject
    ChainPlaces places;

    @Inject
    AlertCounts counts;

    @Inject
    RaisedAlerts raised;

    @Inject
    FoundEvents events;

    @Inject
    ConnectionFreezes freezes;

    @Inject
    AuditEvents audit;

    /** The last position of each node's chain. */
    public Map<String, Long> heads() {
        return places.heads();
    }

    /** The names of the alerts that are looked at. */
    public List<String> enabled() {
        return store.all().stream().filter(Alert::enabled).map(Alert::name).toList();
    }

    /** Whether an alert has not read as far as that. */
    public boolean behind(String name, Map<String, Long> heads) {
        Map<String, Long> read = places.of(name);
        return heads.entrySet().stream().anyMatch(head -> read.getOrDefault(head.getKey(), 0L) < head.getValue());
    }

    /**
     * Reads the next piece of each chain. Nothing is read while another node is at it, or if the alert is gone.
     *
     * @param heads how far the chains go
     */
    public Step step(String name, Map<String, Long> heads) {
        Optional<Alert> locked = store.lock(name);
        if (locked.isEmpty()) {
            return Step.NOTHING;
        }
        Alert alert = locked.get();
        Map<String, Long> read = places.of(name);
        Map<Subject, Actor> found = new HashMap<>();
        boolean more = false;
        for (Map.Entry<String, Long> head : heads.entrySet()) {
            long from = read.getOrDefault(head.getKey(), 0L);
            if (from < head.getValue()) {
                long to = Math.min(head.getValue(), from + BATCH);
                count(alert, head.getKey(), from, to, found);
                places.keep(name, head.getKey(), to);
                more |= to < head.getValue();
            }
        }
        return new Step(raise(alert, found), more);
    }

    private void count(Alert alert, String node, long from, long to, Map<Subject, Actor> found) {
        List<FoundEvents.Found> events = this.events.between(alert, node, from, to);
        Map<String, Long> quiet = alert.freezes() ? Map.of() : raised.lastSteps(alert, events.stream().map(FoundEvents.Found::subject).collect(Collectors.toSet()));
        Map<Subject, Long> times = new HashMap<>();
        for (FoundEvents.Found event : events) {
            Subject counted = new Subject(event.subject(), alert.steps().of(event.occurredAt()));
            // Whoever goes on does not raise it again before a window is over: the administrator knows already.
            if (counted.step() > quiet.getOrDefault(event.subject(), Long.MIN_VALUE / 2) + AlertSteps.WINDOW) {
                times.merge(counted, event.times(), Long::sum);
                found.put(counted, event.actor());
            }
        }
        times.forEach((counted, number) -> counts.add(alert.name(), counted.subject(), counted.step(), number));
    }

    private List<RaisedAlert> raise(Alert alert, Map<Subject, Actor> found) {
        Map<String, Subject> latest = new HashMap<>();
        found.keySet().forEach(counted -> latest.merge(counted.subject(), counted, (one, other) -> one.step() > other.step() ? one : other));
        List<RaisedAlert> all = new ArrayList<>();
        latest.forEach((subject, last) -> {
            long most = AlertSteps.most(counts.of(alert.name(), subject));
            if (most >= alert.threshold()) {
                counts.forget(alert.name(), subject);
                all.add(raise(alert, last, alert.each().actor(Objects.requireNonNull(found.get(last))), most));
            }
        });
        // Two windows back, because another node's chain may be some way behind.
        latest.values().stream().mapToLong(Subject::step).max().ifPresent(last -> counts.forgetBefore(alert.name(), last - 2L * AlertSteps.WINDOW));
        return all;
    }

    private RaisedAlert raise(Alert alert, Subject last, Actor who, long times) {
        boolean frozen = alert.freezes() && freezes.freeze(last.subject(), "alert " + alert.name());
        RaisedAlert one = raised.add(alert, last.subject(), who, last.step(), times, frozen);
        audit.told(EventType.ALERT, "alert.raise", who, alert.name(), Json.text(one));
        return one;
    }

    /**
     * What was done.
     *
     * @param more whether there is more to read
     */
    public record Step(List<RaisedAlert> raised, boolean more) {
        static final Step NOTHING = new Step(List.of(), false);

        public Step {
            raised = List.copyOf(raised);
        }
    }

    private record Subject(String subject, long step) {}
}
