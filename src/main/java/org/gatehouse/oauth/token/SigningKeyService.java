package org.gatehouse.oauth.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Changes the signing keys, each change in one transaction. The caller makes sure that an administrator asks. */
@Stateless
public class SigningKeyService {
    @Inject
    SigningKeyRotation rotation;

    /** Publishes a new key that signs after the lead. False while an earlier one still waits to sign. */
    public boolean rotate() {
        return rotation.rotate();
    }

    /** Removes a key at once, with every token that it signed. False if there is no such key. */
    public boolean remove(String kid) {
        return rotation.remove(kid);
    }

    /** What is to be done from time to time: the next key where one is due, and keys away that are of no more use. */
    public void maintain() {
        rotation.rotateIfDue();
        rotation.prune();
    }
}
