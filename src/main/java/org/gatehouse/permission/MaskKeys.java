package org.gatehouse.permission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.crypto.MasterKey;

/** The keys of tokens, one for each client, derived from the installation's master key. */
@Singleton
public class MaskKeys {
    private final Supplier<Optional<MasterKey>> masterKey;

    @Inject
    public MaskKeys(Deployment deployment) {
        // Read when the first token is made: an installation without masks needs no key for them.
        this(() -> Optional.of(MasterKey.read(MasterKey.file(deployment))));
    }

    MaskKeys(Supplier<Optional<MasterKey>> masterKey) {
        this.masterKey = masterKey;
    }

    /** No keys: whoever should read a token reads nothing. */
    static MaskKeys none() {
        return new MaskKeys(Optional::empty);
    }

    Optional<MaskKey> of(String clientId) {
        return masterKey.get().map(key -> new MaskKey(key.derive("mask:" + clientId)));
    }
}
