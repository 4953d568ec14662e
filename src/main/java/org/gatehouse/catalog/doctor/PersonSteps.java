package org.gatehouse.catalog.doctor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;
import org.gatehouse.oauth.client.IpRelaxation.Occasion;
import org.gatehouse.oauth.client.Refusal;
import org.gatehouse.oauth.client.Visit;
import org.gatehouse.oauth.grant.Entitlement;
import org.gatehouse.platform.network.ClientAddress;

/** The steps that depend on who the person is, where they are and when: asked anew each time the connection is used. */
@Singleton
class PersonSteps {
    private static final Map<Occasion, Step> STEPS = new EnumMap<>(Map.of(
            Occasion.AUTHORIZE, Step.APPROVAL, Occasion.TOKEN, Step.TOKEN_POLICY, Occasion.REQUEST, Step.CALL_POLICY));

    private final Users users;
    private final Entitlement entitlement;

    @Inject
    PersonSteps(Users users, Entitlement entitlement) {
        this.users = users;
        this.entitlement = entitlement;
    }

    /** The person, if they may be asked and may use what they approve. */
    Optional<User> examine(ConnectionQuestion question, RequestSteps.Wanted wanted, Findings findings) {
        if (question.username().isEmpty()) {
            findings.skipped(Step.PERSON, "Name a person to try the rest.");
            return Optional.empty();
        }
        Optional<User> user = users.findByUsername(question.username().get());
        if (user.isEmpty()) {
            findings.failed(Step.PERSON, "There is nobody of this user name.", "User names are compared letter by letter; see Users.");
            return Optional.empty();
        }
        boolean admitted = true;
        for (Occasion occasion : Occasion.values()) {
            Visit visit = new Visit(occasion, question.address().orElse(ClientAddress.UNKNOWN), question.assurance());
            Optional<Refusal> refusal = entitlement.refusal(user.get().id(), wanted.client().id(), wanted.resource(), visit);
            admitted &= told(refusal, occasion, question, findings);
        }
        if (!findings.has(Step.PERSON)) {
            findings.passed(Step.PERSON, user.get().name() + " is active, and the account is not locked.");
        }
        return admitted ? user : Optional.empty();
    }

    private static boolean told(Optional<Refusal> refusal, Occasion occasion, ConnectionQuestion question, Findings findings) {
        Step step = STEPS.get(occasion);
        if (step == null) {
            throw new IllegalStateException("No step for " + occasion);
        }
        if (refusal.isEmpty()) {
            findings.passed(step, "App policy and login policy admit the person.");
            return true;
        }
        Refusal why = refusal.get();
        if (why.isOfAddress() && question.address().isEmpty()) {
            findings.noted(step, "It depends on the address, and none is given. " + RefusalText.found(why), "Give an address to try it.");
            return true;
        }
        boolean ofPerson = why == Refusal.PERSON_INACTIVE || why == Refusal.ACCOUNT_LOCKED;
        findings.failed(ofPerson ? Step.PERSON : step, RefusalText.found(why), RefusalText.advice(why));
        return false;
    }
}
