package org.gatehouse.oauth.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.jspecify.annotations.Nullable;

/**
 * What ought to happen to connections, in as few words as possible: no database, no hashes, no threads. The authorization server is compared
 * with it.
 */
final class ConnectionModel {
    static final String OK = "";
    static final String INVALID_GRANT = "invalid_grant";
    static final String INVALID_CLIENT = "invalid_client";
    static final Duration CODE = Duration.ofSeconds(60);

    final List<Code> codes = new ArrayList<>();
    final List<Refresh> refreshTokens = new ArrayList<>();
    boolean personActive = true;
    boolean personPermitted = true;
    boolean clientEnabled = true;
    Duration lifetime = Duration.ofDays(30);
    Duration grace = Duration.ZERO;

    /** One person's approval. */
    static final class Link {
        final String userId;
        final Instant connectedAt;
        boolean ended;

        Link(String userId, Instant connectedAt) {
            this.userId = userId;
            this.connectedAt = connectedAt;
        }
    }

    /** An authorization code. */
    static final class Code {
        final OpaqueToken value;
        final Link link;
        boolean used;

        Code(OpaqueToken value, Link link) {
            this.value = value;
            this.link = link;
        }
    }

    /** A refresh token. */
    static final class Refresh {
        final OpaqueToken value;
        final Link link;
        @Nullable Instant usedAt;
        @Nullable Refresh successor;

        Refresh(OpaqueToken value, Link link) {
            this.value = value;
            this.link = link;
        }
    }

    /** Whether a person may connect at all. */
    boolean admits() {
        return personActive && personPermitted && clientEnabled;
    }

    /** What a redemption ought to answer. */
    String redeem(Code code, Instant now) {
        if (!clientEnabled) {
            return INVALID_CLIENT;
        }
        if (code.used) {
            code.link.ended = true;
            return INVALID_GRANT;
        }
        if (!now.isBefore(code.link.connectedAt.plus(CODE))) {
            return INVALID_GRANT;
        }
        code.used = true;
        return !code.link.ended && admits() ? OK : INVALID_GRANT;
    }

    /** What a refresh ought to answer. */
    String refresh(Refresh token, Instant now) {
        if (!clientEnabled) {
            return INVALID_CLIENT;
        }
        if (token.usedAt != null && !graced(token, now)) {
            token.link.ended = true;
            return INVALID_GRANT;
        }
        boolean old = !now.isBefore(token.link.connectedAt.plus(lifetime));
        return !token.link.ended && admits() && !old ? OK : INVALID_GRANT;
    }

    private boolean graced(Refresh token, Instant now) {
        return token.usedAt != null
                && now.isBefore(token.usedAt.plus(grace))
                && token.successor != null
                && token.successor.usedAt == null;
    }

    /** Takes note of the token that a refresh answered with; says whether it is the one that was to be expected. */
    boolean succeeded(Refresh token, OpaqueToken next, Instant now) {
        if (token.successor != null) {
            return token.successor.value.equals(next);
        }
        if (refreshTokens.stream().anyMatch(known -> known.value.equals(next))) {
            return false;
        }
        token.usedAt = now;
        token.successor = new Refresh(next, token.link);
        refreshTokens.add(token.successor);
        return true;
    }

    /** Ends every connection. */
    void endAll() {
        codes.forEach(code -> code.link.ended = true);
    }
}
