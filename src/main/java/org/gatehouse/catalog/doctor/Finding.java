package org.gatehouse.catalog.doctor;

/**
 * What the doctor found at one step.
 *
 * @param found what is so, in a plain sentence
 * @param advice what to do about it; empty where there is nothing to do
 */
public record Finding(Step step, Verdict verdict, String found, String advice) {
    /** The step's name for people. */
    public String title() {
        return step.title();
    }
}
