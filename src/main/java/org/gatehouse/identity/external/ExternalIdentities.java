package org.gatehouse.identity.external;

import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.EXTERNAL_IDENTITY;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.identity.User;
import org.gatehouse.identity.Users;
import org.gatehouse.platform.database.Database;
import org.jooq.Condition;

/** Who somebody at a provider is here. OpenID Connect Core 1.0 section 5.7: only issuer and subject together name somebody for good. */
@Singleton
public class ExternalIdentities {
    private final Database database;
    private final Users users;
    private final InstantSource clock;

    @Inject
    ExternalIdentities(Database database, Users users, InstantSource clock) {
        this.database = database;
        this.users = users;
        this.clock = clock;
    }

    /** The active person that an ID token speaks of; linked from now on, if the provider's policy finds them for the first time. */
    User require(ExternalProvider provider, IDTokenClaimsSet claims) throws ExternalRefusal {
        String issuer = provider.issuer().getValue();
        String subject = claims.getSubject().getValue();
        Optional<String> linked = find(issuer, subject);
        String userId = linked.or(() -> match(provider.firstSignIn(), claims)).orElseThrow(() -> new ExternalRefusal(ExternalReason.NOBODY_HERE));
        User user = users.findActive(userId).orElseThrow(() -> new ExternalRefusal(ExternalReason.INACTIVE, userId));
        if (linked.isEmpty() && !link(issuer, subject, userId)) {
            throw new ExternalRefusal(ExternalReason.LINKED_OTHERWISE, userId);
        }
        return user;
    }

    /**
     * Links somebody at an issuer to a person here. False if either is linked already: an e-mail address that was given to somebody else at
     * the provider must not hand over the person here. One conditional write.
     */
    public boolean link(String issuer, String subject, String userId) {
        var sql = database.sql();
        return sql.insertInto(
                                EXTERNAL_IDENTITY,
                                EXTERNAL_IDENTITY.ISSUER,
                                EXTERNAL_IDENTITY.SUBJECT,
                                EXTERNAL_IDENTITY.USER_ID,
                                EXTERNAL_IDENTITY.LINKED_AT)
                        .select(select(val(issuer), val(subject), APP_USER.ID, val(clock.instant()))
                                .from(APP_USER)
                                .where(APP_USER.ID.eq(userId))
                                .and(notExists(selectOne()
                                        .from(EXTERNAL_IDENTITY)
                                        .where(EXTERNAL_IDENTITY.ISSUER.eq(issuer))
                                        .and(EXTERNAL_IDENTITY.SUBJECT.eq(subject).or(EXTERNAL_IDENTITY.USER_ID.eq(userId))))))
                        .execute()
                == 1;
    }

    /** Ends a link; part of the caller's transaction. */
    public void unlink(String issuer, String userId) {
        database.sql()
                .deleteFrom(EXTERNAL_IDENTITY)
                .where(EXTERNAL_IDENTITY.ISSUER.eq(issuer))
                .and(EXTERNAL_IDENTITY.USER_ID.eq(userId))
                .execute();
    }

    private Optional<String> find(String issuer, String subject) {
        return database.sql()
                .select(EXTERNAL_IDENTITY.USER_ID)
                .from(EXTERNAL_IDENTITY)
                .where(EXTERNAL_IDENTITY.ISSUER.eq(issuer))
                .and(EXTERNAL_IDENTITY.SUBJECT.eq(subject))
                .fetchOptional(EXTERNAL_IDENTITY.USER_ID);
    }

    private Optional<String> match(FirstSignIn policy, IDTokenClaimsSet claims) {
        return switch (policy) {
            case FirstSignIn.LinkedOnly() -> Optional.empty();
            case FirstSignIn.VerifiedEmail() -> verifiedEmail(claims).flatMap(email -> only(lower(APP_USER.EMAIL).eq(email)));
            case FirstSignIn.Username(var claim) ->
                claims.getClaim(claim) instanceof String name ? only(APP_USER.USERNAME.eq(name)) : Optional.empty();
        };
    }

    /** Only ASCII: other alphabets have letters that become ASCII ones when case is ignored, and so somebody else's address. */
    private static Optional<String> verifiedEmail(IDTokenClaimsSet claims) {
        boolean verified = Boolean.TRUE.equals(claims.getClaim("email_verified"));
        return verified && claims.getClaim("email") instanceof String email && email.chars().allMatch(c -> c > ' ' && c < 0x7f)
                ? Optional.of(email.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Two people with one address are nobody: choosing would let one in as the other. */
    private Optional<String> only(Condition condition) {
        List<String> ids = database.sql().select(APP_USER.ID).from(APP_USER).where(condition).limit(2).fetch(APP_USER.ID);
        return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
    }
}
