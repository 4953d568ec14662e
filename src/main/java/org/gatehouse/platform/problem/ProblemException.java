package org.gatehouse.platform.problem;

import jakarta.ejb.ApplicationException;

/** Carries a {@link Problem} from where it is found to the protocol that answers it; rolls a transaction back on its way. */
@ApplicationException(rollback = true)
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.message());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
