package org.gatehouse.catalog.doctor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.identity.User;

/** Goes the way of a connection with what is known of the app, as far as it leads. */
@Singleton
class Examination {
    private final RequestSteps requests;
    private final PersonSteps people;
    private final ServerSteps servers;

    @Inject
    Examination(RequestSteps requests, PersonSteps people, ServerSteps servers) {
        this.requests = requests;
        this.people = people;
        this.servers = servers;
    }

    Diagnosis diagnose(ConnectionQuestion question) {
        Findings findings = new Findings();
        Optional<RequestSteps.Wanted> wanted = requests.examine(question, findings);
        Optional<User> user = wanted.flatMap(it -> people.examine(question, it, findings));
        if (wanted.isPresent() && user.isPresent()) {
            servers.examine(wanted.get(), user.get(), findings);
        }
        String server = wanted.map(RequestSteps.Wanted::server).or(question::server).orElse(null);
        return new Diagnosis(question.clientId(), question.username().orElse(null), server, findings.all());
    }
}
