package org.gatehouse.oauth.token;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Loads the signing keys before the first request, so that a server that cannot sign does not start. */
@Startup
@Singleton(name = "SigningKeysStartup")
@DependsOn("DatabaseStartup")
@TransactionManagement(TransactionManagementType.BEAN)
public class SigningKeysStartup {
    @Inject
    SigningKeys keys;

    @PostConstruct
    void load() {
        keys.load();
    }
}
