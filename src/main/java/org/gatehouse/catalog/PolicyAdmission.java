package org.gatehouse.catalog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.identity.Caller;
import org.gatehouse.oauth.client.Admission;

/** Admits by the app policy of the caller's client. */
@Singleton
class PolicyAdmission implements ClientAdmission {
    private final Admission admission;

    @Inject
    PolicyAdmission(Admission admission) {
        this.admission = admission;
    }

    @Override
    public boolean admits(Caller caller) {
        return admission.admits(caller);
    }
}
