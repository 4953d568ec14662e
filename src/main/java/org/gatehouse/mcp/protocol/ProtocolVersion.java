package org.gatehouse.mcp.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A revision of MCP that this server speaks. Newest first. */
enum ProtocolVersion {
    V2026_07_28("2026-07-28", true),
    V2025_11_25("2025-11-25", false),
    V2025_06_18("2025-06-18", false),
    V2025_03_26("2025-03-26", false);

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final String wireName;
    private final boolean modern;

    ProtocolVersion(String wireName, boolean modern) {
        this.wireName = wireName;
        this.modern = modern;
    }

    String wireName() {
        return wireName;
    }

    /** Stateless, with an envelope on each request; the revisions before have sessions. */
    boolean modern() {
        return modern;
    }

    static Optional<ProtocolVersion> find(String wireName) {
        return Arrays.stream(values()).filter(version -> version.wireName.equals(wireName)).findFirst();
    }

    /** Whether a name is that of a stateless revision, of this one or of one that is still to come. */
    static boolean namesModern(String name) {
        return DATE.matcher(name).matches() && name.compareTo(V2026_07_28.wireName) >= 0;
    }

    /** The names of the revisions of one era, newest first. */
    static List<String> names(boolean modern) {
        return Arrays.stream(values()).filter(version -> version.modern == modern).map(ProtocolVersion::wireName).toList();
    }

    /**
     * The session revision to offer a client (2025-11-25, lifecycle, version negotiation): the requested one if this server speaks it, else the
     * newest it speaks.
     */
    static ProtocolVersion negotiate(String requested) {
        return find(requested).filter(version -> !version.modern).orElse(V2025_11_25);
    }
}
