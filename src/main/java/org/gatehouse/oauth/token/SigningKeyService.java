package org.gatehouse.oauth.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.gatehouse.audit.EventType;
import org.gatehouse.audit.SetupTrail;

/** Changes the signing keys, each change in one transaction. The caller makes sure that an administrator asks. */
@Stateless
public class SigningKeyService {
    @Inject
    SigningKeyRotation rotation;

    @Inject
    SetupTrail trail;

    /** The keys that there are, the newest first. */
    public List<SigningKeyState> all() {
        return rotation.all();
    }

    /** Publishes a new key that signs after the lead. False while an earlier one still waits to sign. */
    public boolean rotate() {
        return noted("signing-key.rotate", "", rotation.rotate());
    }

    /** Removes a key at once, with every token that it signed. False if there is no such key. */
    public boolean remove(String kid) {
        return noted("signing-key.remove", kid, rotation.remove(kid));
    }

    /** What is to be done from time to time: the next key where one is due, and keys away that are of no more use. */
    public void maintain() {
        noted("signing-key.rotate", "", rotation.rotateIfDue());
        rotation.prune();
    }

    private boolean noted(String action, String kid, boolean done) {
        if (done) {
            trail.secret(EventType.SETUP_AUDIT_TRAIL, action, kid);
        }
        return done;
    }
}
