package org.gatehouse.oracle;

import org.gatehouse.testing.SampleWorld.Product;

/** Counts what was compared, so that a test that compares nothing fails. */
final class Tally {
    private final Product product;
    private final long start = System.nanoTime();
    private final long enoughOrganisations = Long.getLong("oracle.organisations", 2_000);
    private final long enoughDecisions = Long.getLong("oracle.decisions", 0);
    private long organisations;
    private long shown;
    private long hidden;
    private long rows;
    private long refused;

    Tally(Product product) {
        this.product = product;
    }

    void organisation() {
        organisations++;
    }

    void decisions(int visible, int all) {
        shown += visible;
        hidden += all - visible;
    }

    void answer(Answer answer) {
        switch (answer) {
            case Answer.Rows(var found) -> rows += found.size();
            case Answer.Count(var count) -> rows += count;
            case Answer.Refused ignored -> refused++;
        }
    }

    boolean isEnough() {
        return organisations >= enoughOrganisations && shown + hidden >= enoughDecisions;
    }

    /** Whether both answers to every kind of question occurred often; one organisation alone may be of one kind. */
    boolean isMeaningful() {
        boolean often = shown > organisations && hidden > organisations && rows > organisations && refused > organisations / 10;
        return organisations < 100 || often;
    }

    @Override
    public String toString() {
        return "%s: %d organisations, %d records shown, %d hidden, %d rows, %d refusals in %d ms"
                .formatted(product, organisations, shown, hidden, rows, refused, (System.nanoTime() - start) / 1_000_000);
    }
}
