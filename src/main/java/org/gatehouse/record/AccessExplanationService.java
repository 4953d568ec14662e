package org.gatehouse.record;

import static org.gatehouse.platform.problem.Problem.Thing.OBJECT;
import static org.gatehouse.platform.problem.Problem.Thing.RECORD;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.permission.PermissionEngine;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Explains to an administrator what somebody may do and why. Who may ask is for the caller to have decided: the answer tells of records. */
@Stateless
public class AccessExplanationService {
    @Inject
    Database database;

    @Inject
    PermissionEngine permissions;

    @Inject
    Users users;

    /**
     * The explanation for a person, by themselves or through an agent.
     *
     * @param accessVersion the version of the access configuration to explain
     * @throws ProblemException if there is no such person, object or field
     */
    public AccessExplanation explain(Question question, long accessVersion) {
        User user = person(question.username());
        EffectiveAccess person = permissions.access(user.id(), accessVersion);
        EffectiveAccess agent =
                permissions.access(user.id(), question.clientId().orElse(""), question.server().orElse(""), accessVersion);
        ObjectDefinition object = person.catalog().find(question.object())
                .orElseThrow(() -> missing(OBJECT, question.object(), "There is no object of this name."));
        Optional<FieldDefinition> field = question.field().map(name -> object.field(name)
                .orElseThrow(() -> missing(OBJECT, name, object.apiName() + " has no field of this name.")));
        return new AccessExplainer(database.sql(), permissions.person(user.id(), accessVersion), person, agent)
                .explain(user.username(), object, field, question.recordId());
    }

    /**
     * What a person, or an agent for them, may do with each object of which either may do anything.
     *
     * @throws ProblemException if there is no such person
     */
    public List<AccessExplanation> overview(String username, Optional<String> clientId, Optional<String> server, long accessVersion) {
        User user = person(username);
        EffectiveAccess person = permissions.access(user.id(), accessVersion);
        EffectiveAccess agent = permissions.access(user.id(), clientId.orElse(""), server.orElse(""), accessVersion);
        AccessExplainer explainer = new AccessExplainer(database.sql(), permissions.person(user.id(), accessVersion), person, agent);
        return person.catalog().objects().stream()
                .map(object -> explainer.explain(user.username(), object, Optional.empty(), Optional.empty()))
                .filter(it -> !it.allowed().isEmpty() || !it.takenByCeiling().isEmpty())
                .toList();
    }

    private User person(String username) {
        return users.findByUsername(username).orElseThrow(() -> missing(RECORD, username, "There is no person of this user name."));
    }

    private static ProblemException missing(Problem.Thing thing, String name, String message) {
        return new ProblemException(new Problem.NotFound(thing, name, message));
    }

    /**
     * What is asked.
     *
     * @param clientId the client app that acts, if an agent does
     * @param server the name of the MCP server that it acts at, for example {@code platform/object-reads}
     */
    public record Question(
            String username, Optional<String> clientId, Optional<String> server, String object, Optional<String> field, Optional<String> recordId) {}
}
