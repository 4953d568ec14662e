package org.gatehouse.oauth.management;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.gatehouse.audit.OperatorActs;
import org.gatehouse.oauth.client.ClientAdministration;
import org.gatehouse.oauth.grant.ConnectionService;
import org.gatehouse.oauth.token.SigningKeyService;
import org.gatehouse.oauth.token.SigningKeys;
import org.gatehouse.platform.management.MBeanRegistrations;

/** Puts the MBeans of the authorization server into the platform's MBean server. */
@Startup
@Singleton(name = "OAuthMonitoring")
@DependsOn("SigningKeysStartup")
public class OAuthMonitoring {
    @EJB
    ConnectionService connections;

    @EJB
    ClientAdministration clients;

    @EJB
    SigningKeyService keyService;

    @Inject
    SigningKeys keys;

    @Inject
    OperatorActs operator;

    private final MBeanRegistrations beans = new MBeanRegistrations();

    @PostConstruct
    void register() {
        beans.register(new ConnectionsMonitor(connections, operator), "type=Connections");
        beans.register(new ExternalClientAppsMonitor(clients, connections, operator), "type=ExternalClientApps");
        beans.register(new SigningKeysMonitor(keys, keyService, operator), "type=SigningKeys");
    }

    @PreDestroy
    void unregister() {
        beans.unregister();
    }
}
