package org.gatehouse.record;

import static org.gatehouse.platform.problem.Problem.Thing.OBJECT;
import static org.gatehouse.platform.problem.Problem.Thing.RECORD;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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
        User user = users.findByUsername(question.username())
                .orElseThrow(() -> missing(RECORD, question.username(), "There is no person of this user name."));
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
