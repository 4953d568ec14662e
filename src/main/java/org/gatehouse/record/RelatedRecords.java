package org.gatehouse.record;

import java.util.List;
import java.util.Optional;
import org.gatehouse.metadata.FieldDefinition;
import org.gatehouse.metadata.ObjectCatalog.ChildRelationship;
import org.gatehouse.metadata.ObjectDefinition;
import org.gatehouse.permission.EffectiveAccess;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;
import org.gatehouse.record.RecordQueries.Place;

/**
 * The records that a path of relationships leads to, up to parents ({@code Account/Owner}) and down to children ({@code Contacts/Cases}). Each
 * step sees only what the person sees, so a hidden record on the way ends the way.
 */
final class RelatedRecords {
    private static final int MOST_STEPS = 5;
    private static final int MOST_BETWEEN = 1_000;

    private final RecordQueries queries;
    private final EffectiveAccess access;

    RelatedRecords(RecordQueries queries, EffectiveAccess access) {
        this.queries = queries;
        this.access = access;
    }

    /**
     * Follows a path.
     *
     * @throws ProblemException if the person does not see the record, or a relationship of the path
     */
    Place follow(ObjectDefinition object, String id, String path) {
        String[] steps = path.split("/", -1);
        if (steps.length > MOST_STEPS) {
            throw invalid("at most " + MOST_STEPS + " steps");
        }
        Place place = new Place(object, "Id", List.of(id));
        if (queries.values(place, "Id", 1).isEmpty()) {
            throw Refusals.noRecord(object, id);
        }
        for (String step : steps) {
            place = step(place, step);
        }
        return place;
    }

    private Place step(Place from, String name) {
        Optional<FieldDefinition> parent = access.readableField(from.object(), object -> object.relationship(name));
        if (parent.isPresent()) {
            return new Place(target(parent.get(), name), "Id", between(from, parent.get().apiName()));
        }
        ChildRelationship children = access.catalog().childrenOf(from.object()).stream()
                .filter(relationship -> name.equalsIgnoreCase(relationship.field().childRelationshipName()))
                .filter(relationship -> access.canRead(relationship.child()) && access.canRead(relationship.child(), relationship.field()))
                .findFirst()
                .orElseThrow(() -> unknown(from.object(), name));
        return new Place(children.child(), children.field().apiName(), between(from, "Id"));
    }

    private ObjectDefinition target(FieldDefinition reference, String name) {
        if (reference.referenceTo().size() > 1) {
            throw invalid("'" + name + "' leads to more than one object; read the id and ask for its record with soqlQuery");
        }
        return access.readableObject(reference.referenceTo().getFirst())
                .orElseThrow(() -> invalid("there is no relationship '" + name + "' here; getObjectSchema lists them"));
    }

    private List<String> between(Place place, String field) {
        List<String> values = queries.values(place, field, MOST_BETWEEN + 1);
        if (values.size() > MOST_BETWEEN) {
            throw new ProblemException(new Problem.LimitExceeded(
                    "The path passes more than " + MOST_BETWEEN + " records of " + place.object().apiName() + ". Ask with soqlQuery and a filter."));
        }
        return values;
    }

    private static ProblemException unknown(ObjectDefinition object, String name) {
        return invalid("there is no relationship '" + name + "' of " + object.apiName() + "; getObjectSchema lists them");
    }

    private static ProblemException invalid(String reason) {
        return new ProblemException(new Problem.InvalidArguments(
                "The path cannot be followed: " + reason + ".", List.of(new Problem.Violation("/relationshipPath", reason))));
    }
}
