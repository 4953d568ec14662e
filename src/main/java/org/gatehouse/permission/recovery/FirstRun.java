package org.gatehouse.permission.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.gatehouse.platform.configuration.Deployment;

/** At the start of an installation that nobody can administer, leaves a link for its first administrator. There is no default password. */
@Startup
@Singleton(name = "FirstRun")
@DependsOn("SigningKeysStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstRun {
    @EJB
    RecoveryService recovery;

    @Inject
    Deployment deployment;

    @PostConstruct
    void offer() {
        Optional<NewLink> link = recovery.firstAdministratorLink();
        if (link.isPresent()) {
            Path file = deployment.home().resolve("first-administrator.link");
            try {
                LinkFiles.directory(deployment.home());
                LinkFiles.write(file, link.get());
            } catch (IOException e) {
                throw new UncheckedIOException("The link for the first administrator cannot be written to " + file + "; check gatehouse.home.", e);
            }
            RecoveryLog.LOG.firstAdministrator(file.toString());
        }
    }
}
