package org.gatehouse.oauth.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.token.OAuthScope;
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
    static final Duration BOBS_LIFETIME = Duration.ofDays(30);

    /** Who connects what. */
    enum Party {
        ADA(OAuthWorld.ADA, "inspector", OAuthScope.MCP_API),
        BOB(OAuthWorld.BOB, "notebook", OAuthScope.MCP_READ);

        final String userId;
        final String clientId;
        final OAuthScope scope;

        Party(String userId, String clientId, OAuthScope scope) {
            this.userId = userId;
            this.clientId = clientId;
            this.scope = scope;
        }
    }

    final List<Code> codes = new ArrayList<>();
    final List<Refresh> refreshTokens = new ArrayList<>();
    final List<Access> accessTokens = new ArrayList<>();
    boolean personActive = true;
    boolean personPermitted = true;
    boolean clientEnabled = true;
    Duration lifetime = Duration.ofDays(30);
    Duration grace = Duration.ZERO;

    /** One person's approval of one client. */
    static final class Link {
        final Party party;
        final Instant connectedAt;
        boolean ended;

        Link(Party party, Instant connectedAt) {
            this.party = party;
            this.connectedAt = connectedAt;
        }
    }

    /** An access token. */
    record Access(String value, Link link, Instant expiresAt) {}

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

    /** Whether a person may connect at all. What the sequences change is Ada and her client; Bob and his stay as they are. */
    boolean admits(Party party) {
        return party == Party.BOB || (personActive && personPermitted && clientEnabled);
    }

    private boolean enabled(Party party) {
        return party == Party.BOB || clientEnabled;
    }

    private Duration lifetime(Party party) {
        return party == Party.BOB ? BOBS_LIFETIME : lifetime;
    }

    /** Whether an access token ought to count while it lives. */
    boolean counts(Access token) {
        return !token.link().ended && admits(token.link().party);
    }

    /** What a redemption ought to answer. */
    String redeem(Code code, Instant now) {
        if (!enabled(code.link.party)) {
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
        return !code.link.ended && admits(code.link.party) ? OK : INVALID_GRANT;
    }

    /** What a refresh ought to answer. */
    String refresh(Refresh token, Instant now) {
        if (!enabled(token.link.party)) {
            return INVALID_CLIENT;
        }
        if (token.usedAt != null && !graced(token, now)) {
            token.link.ended = true;
            return INVALID_GRANT;
        }
        boolean old = !now.isBefore(token.link.connectedAt.plus(lifetime(token.link.party)));
        return !token.link.ended && admits(token.link.party) && !old ? OK : INVALID_GRANT;
    }

    private boolean graced(Refresh token, Instant now) {
        return token.usedAt != null
                && token.link.party == Party.ADA
                && Duration.between(token.usedAt, now).abs().compareTo(grace) < 0
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

    /** Ends the connections of one person; of everybody for none. */
    void endAll(@Nullable Party party) {
        codes.stream().filter(code -> party == null || code.link.party == party).forEach(code -> code.link.ended = true);
    }
}
