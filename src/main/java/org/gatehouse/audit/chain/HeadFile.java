package org.gatehouse.audit.chain;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.gatehouse.audit.EventSeal;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.json.Json;

/** The end of each node's chain, in a file outside the database. A chain alone does not show that its end was cut off; this does. */
@Singleton
class HeadFile {
    private final Path directory;
    private final String node;

    @Inject
    HeadFile(Deployment deployment, EventSeal seal) {
        this(deployment.home().resolve("audit"), seal.node());
    }

    HeadFile(Path directory, String node) {
        this.directory = directory;
        this.node = node;
    }

    /** Replaces this node's head; the file holds the old one or the new one at any time. */
    void write(ChainHead head) throws IOException {
        Files.createDirectories(directory);
        Path file = file(node);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        byte[] text = Json.write(Json.object().put("node", node).put("position", head.position()).put("hash", head.hash()));
        Files.write(next, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The head that a node's file holds; empty if there is no file here, as for a node whose files lie elsewhere.
     *
     * @throws IOException if the file cannot be read
     */
    Optional<ChainHead> read(String ofNode) throws IOException {
        try {
            var head = Json.read(Files.readAllBytes(file(ofNode)));
            return Optional.of(new ChainHead(head.path("position").longValue(), head.path("hash").asText()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path file(String ofNode) {
        return directory.resolve("head-" + URLEncoder.encode(ofNode, StandardCharsets.UTF_8) + ".json");
    }
}
