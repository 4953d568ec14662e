package org.gatehouse.permission.recovery;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;
import org.gatehouse.permission.grants.Administrators;
import org.gatehouse.permission.grants.GrantSettings.Person;
import org.gatehouse.permission.grants.PeopleService;
import org.gatehouse.platform.database.ConfigurationVersions;
import org.gatehouse.platform.database.ConfigurationVersions.Topic;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Makes one-time links and honours them, each call in one transaction: a link is used up if, and only if, what it is for was done. */
@Stateless
public class RecoveryService {
    @Inject
    Database database;

    @Inject
    ConfigurationVersions versions;

    @Inject
    OneTimeLinks links;

    @Inject
    FirstAdministrator firstAdministrator;

    @Inject
    BreakGlass breakGlass;

    @EJB
    PeopleService people;

    @Inject
    SetupTrail trail;

    @Inject
    InstantSource clock;

    /** A link for the first administrator; empty if somebody can administer. */
    public Optional<NewLink> firstAdministratorLink() {
        return Administrators.exist(database.sql()) ? Optional.empty() : Optional.of(links.create(LinkPurpose.FIRST_ADMINISTRATOR, null));
    }

    /** A link by which a person sets a password of their own. */
    public NewLink passwordLink(String userId) {
        Person person = people.one(userId);
        trail.secret(EventType.SETUP_AUDIT_TRAIL, "user.password-link", person.username());
        return links.create(LinkPurpose.PASSWORD, userId);
    }

    /** A link by which somebody with the server's own account lets a person back in; not found for a name that nobody has. */
    public NewLink breakGlassLink(String username) {
        String userId = breakGlass.require(username);
        trail.secret(EventType.SETUP_AUDIT_TRAIL, "break-glass.request", username);
        return links.create(LinkPurpose.BREAK_GLASS, userId);
    }

    /** What the link of that code offers; empty if it is used, expired or was never made. */
    public Optional<LinkOffer> offer(String code) {
        return links.find(code)
                .filter(link -> link.purpose() != LinkPurpose.FIRST_ADMINISTRATOR || !Administrators.exist(database.sql()))
                .map(link -> new LinkOffer(link.purpose(), link.userId() == null ? null : people.one(link.userId()).username()));
    }

    /**
     * Makes the first administrator.
     *
     * @throws ProblemException not found for a link that is not good; a conflict if there is an administrator, made a moment ago perhaps on
     *     another node; invalid arguments for what was typed, which leaves the link good
     */
    public void makeFirstAdministrator(String code, String username, String name, String email, String password) {
        OneTimeLink link = require(code, List.of(LinkPurpose.FIRST_ADMINISTRATOR));
        // This row lets one change of access through at a time, on all nodes: of two first administrators, the second finds the first.
        versions.changed(Topic.ACCESS);
        if (Administrators.exist(database.sql())) {
            throw new ProblemException(new Problem.Conflict("This installation has an administrator already. Ask them to make you a user."));
        }
        Person made = firstAdministrator.create(username, name, email);
        people.setPassword(Objects.requireNonNull(made.id()), password);
        use(link);
    }

    /**
     * Sets the password of the person that the link is for; for break-glass, opens everything that shuts an administrator out.
     *
     * @throws ProblemException not found for a link that is not good; invalid arguments for a password that may not be one
     */
    public void setPassword(String code, String password) {
        OneTimeLink link = require(code, List.of(LinkPurpose.PASSWORD, LinkPurpose.BREAK_GLASS));
        String userId = Objects.requireNonNull(link.userId());
        people.setPassword(userId, password);
        if (link.purpose() == LinkPurpose.BREAK_GLASS) {
            breakGlass.open(people.one(userId), clock.instant());
        }
        use(link);
    }

    private OneTimeLink require(String code, List<LinkPurpose> purposes) {
        return links.find(code).filter(link -> purposes.contains(link.purpose())).orElseThrow(RecoveryService::notGood);
    }

    private void use(OneTimeLink link) {
        if (!links.use(link)) {
            throw notGood();
        }
    }

    private static ProblemException notGood() {
        return new ProblemException(new Problem.NotFound(
                Problem.Thing.RULE, "link", "This link was used already, has expired, or is not complete. Ask for another one."));
    }
}
