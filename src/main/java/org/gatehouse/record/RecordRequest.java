package org.gatehouse.record;

import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/**
 * Changes to records of one object, to be done together.
 *
 * @param allOrNone whether one refusal takes everything back
 * @param preview whether everything is taken back once it is known what it would do
 * @param idempotencyKey the client's own name for this request: repeated, it has no second effect
 */
public record RecordRequest(String objectName, List<RecordChange> changes, boolean allOrNone, boolean preview, Optional<String> idempotencyKey) {
    /** Most records of one request. */
    public static final int MOST = 200;

    public RecordRequest {
        changes = List.copyOf(changes);
        if (changes.isEmpty() || changes.size() > MOST) {
            throw new ProblemException(new Problem.LimitExceeded("A request changes 1 to " + MOST + " records; send more in several requests."));
        }
    }
}
