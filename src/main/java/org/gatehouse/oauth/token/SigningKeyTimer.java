package org.gatehouse.oauth.token;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Keeps every node's signing keys up to date, and rotates them: each node tries, the database lets one. */
@Startup
@Singleton(name = "SigningKeyTimer")
@DependsOn("SigningKeysStartup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SigningKeyTimer {
    @Inject
    SigningKeys keys;

    @EJB
    SigningKeyService service;

    /** Far more often than the lead, so that every node knows a key before it signs. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void refresh() {
        keys.refresh();
    }

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void maintain() {
        service.maintain();
    }
}
