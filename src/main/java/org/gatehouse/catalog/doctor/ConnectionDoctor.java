package org.gatehouse.catalog.doctor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.gatehouse.oauth.registration.DescribedClients;
import org.gatehouse.platform.network.ClientAddress;

/** Tries a connection step by step and says where it ends. Who may ask is for the caller to have decided: the answer tells of people. */
@Singleton
public class ConnectionDoctor {
    private final DescribedClients described;
    private final Examination examination;

    @Inject
    ConnectionDoctor(DescribedClients described, Examination examination) {
        this.described = described;
        this.examination = examination;
    }

    /** Goes the whole way. Call it outside of a transaction: an app's document may have to be read first, as for a real connection. */
    public Diagnosis examine(ConnectionQuestion question) {
        described.beforeAuthorization(question.clientId(), question.address().orElse(ClientAddress.UNKNOWN));
        return examination.diagnose(question);
    }
}
