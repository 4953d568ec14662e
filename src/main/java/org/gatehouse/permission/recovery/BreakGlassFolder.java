package org.gatehouse.permission.recovery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.problem.ProblemException;

/**
 * The operator's way to let an administrator back in: a file with the person's user name as its name, put into a folder that only the server's
 * own account can enter, is answered within seconds by a file with a one-time link. Who can write there can read the master key as well, so
 * nothing is given away by it.
 */
@Startup
@Singleton(name = "BreakGlassFolder")
@DependsOn("SigningKeysStartup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BreakGlassFolder {
    private static final String ANSWER = ".link";

    @EJB
    RecoveryService recovery;

    @Inject
    Deployment deployment;

    @PostConstruct
    void prepare() {
        try {
            LinkFiles.directory(folder());
        } catch (IOException e) {
            RecoveryLog.LOG.notAnswered(folder().toString(), e);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void look() {
        for (Path request : requests()) {
            answer(request);
        }
    }

    private List<Path> requests() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(Files::isRegularFile).filter(file -> !name(file).endsWith(ANSWER)).toList();
        } catch (IOException e) {
            // No folder, no requests: an installation may take the folder away to close this door.
            return List.of();
        }
    }

    private void answer(Path request) {
        Path answer = request.resolveSibling(name(request) + ANSWER);
        try {
            // Taken away first: what cannot be removed must not be answered again and again.
            Files.delete(request);
            LinkFiles.write(answer, recovery.breakGlassLink(name(request)));
            RecoveryLog.LOG.breakGlass(name(request), answer.toString());
        } catch (IOException | ProblemException | EJBException e) {
            RecoveryLog.LOG.notAnswered(request.toString(), e);
        }
    }

    private Path folder() {
        return deployment.home().resolve("break-glass");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
