package org.gatehouse.permission.ceiling;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads and changes ceilings, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class CeilingService {
    @Inject
    CeilingStore store;

    public Optional<CeilingSettings> find(CeilingSubject subject) {
        return store.find(subject);
    }

    /** Makes a ceiling, or changes it at the version it was read at. */
    public void save(CeilingSubject subject, CeilingSettings settings) {
        store.save(subject, settings);
    }

    public void delete(CeilingSubject subject, int version) {
        store.delete(subject, version);
    }
}
