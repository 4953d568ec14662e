package org.gatehouse.audit;

/** An operator whose acts are done at once and leave no event. */
@SuppressWarnings("UnnecessaryAssignment") // The test stands in for the container that injects.
public final class TestOperator {
    private TestOperator() {}

    public static OperatorActs acts() {
        var acts = new OperatorActs();
        acts.requester = new Requester();
        acts.calls = new AuditedCalls();
        return acts;
    }
}
