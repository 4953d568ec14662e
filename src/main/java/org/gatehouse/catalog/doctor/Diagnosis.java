package org.gatehouse.catalog.doctor;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor says about one connection.
 *
 * @param server the MCP server that was tried, null if there was none to try
 * @param findings one for each step, in order
 */
public record Diagnosis(String client, @Nullable String username, @Nullable String server, List<Finding> findings) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Whether no step fails. */
    public boolean isHealthy() {
        return failure().isEmpty();
    }

    /** What an agent runs into first. */
    Optional<Finding> failure() {
        return findings.stream().filter(finding -> finding.verdict() == Verdict.FAILED).findFirst();
    }
}
