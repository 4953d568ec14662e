package org.gatehouse.permission.ceiling;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;

/** Reads and changes ceilings, each call in one transaction. Who may do so is for the caller to have decided. */
@Stateless
public class CeilingService {
    @Inject
    CeilingStore store;

    @Inject
    SetupTrail trail;

    public Optional<CeilingSettings> find(CeilingSubject subject) {
        return store.find(subject);
    }

    /** Makes a ceiling, or changes it at the version it was read at. */
    public void save(CeilingSubject subject, CeilingSettings settings) {
        trail.change(EventType.PERMISSION_UPDATE, "ceiling.save", subject.name(), () -> store.find(subject), () -> store.save(subject, settings));
    }

    public void delete(CeilingSubject subject, int version) {
        trail.change(EventType.PERMISSION_UPDATE, "ceiling.delete", subject.name(), () -> store.find(subject), () -> store.delete(subject, version));
    }
}
