package org.gatehouse.catalog;

import org.gatehouse.identity.Caller;

/** Whether an external client app may act for a person, as its app policy stands now. */
public interface ClientAdmission {
    /**
     * Decides for the caller's client and person.
     *
     * @return false where the policy does not say yes; an exception refuses the call as well
     */
    boolean admits(Caller caller);
}
