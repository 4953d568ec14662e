package org.gatehouse.identity.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.oauth.OAuthWorld.ADA;
import static org.gatehouse.oauth.OAuthWorld.BOB;
import static org.gatehouse.platform.database.schema.Tables.APP_USER;
import static org.gatehouse.platform.database.schema.Tables.EXTERNAL_IDENTITY;
import static org.gatehouse.platform.database.schema.Tables.EXTERNAL_PROVIDER;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.identity.Users;
import org.gatehouse.identity.external.TestProvider.Signature;
import org.gatehouse.oauth.OAuthWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenID Connect Core 1.0 section 3.1; what a provider, a network and another browser may try. */
class ExternalSignInTest {
    private final TestProvider provider = new TestProvider();
    private final OAuthWorld world;
    private final ExternalProviders providers;
    private final ExternalIdentities identities;
    private final ExternalSignIn signIn;
    private final ExternalTransactions session = new ExternalTransactions();

    ExternalSignInTest(@TempDir Path home) {
        world = new OAuthWorld(home);
        providers = new ExternalProviders(world.database, new ProviderSecrets(world.deployment));
        identities = new ExternalIdentities(world.database, new Users(world.database), world.clock);
        var http = new ProviderHttp();
        signIn = new ExternalSignIn(
                providers, new ProviderDiscovery(http), new ProviderCodes(http), identities, world.deployment, world.clock);
        save(new FirstSignIn.VerifiedEmail());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void signsInThePersonWithTheVerifiedAddressAndLinksThem() {
        assertThat(signedIn(finish(start()))).isEqualTo(ADA);

        // From now on the link decides, whatever the address.
        provider.claims.put("email", "bob@test.example");
        assertThat(signedIn(finish(start()))).isEqualTo(ADA);
    }

    @Test
    void asksTheProviderAsItsSpecificationSays() {
        var away = start();
        provider.signIn(away.location());

        assertThat(away.location().toString()).startsWith(provider.issuer + "/authorize?");
        assertThat(provider.parameter("response_type")).isEqualTo("code");
        assertThat(provider.parameter("scope")).isEqualTo("openid email");
        assertThat(provider.parameter("client_id")).isEqualTo(TestProvider.CLIENT);
        assertThat(provider.parameter("redirect_uri")).isEqualTo(OAuthWorld.URL + "/login/external/callback");
        assertThat(provider.parameter("code_challenge_method")).isEqualTo("S256");
        assertThat(provider.parameter("state").length()).isGreaterThanOrEqualTo(43);
        assertThat(provider.parameter("nonce")).isNotEqualTo(provider.parameter("state")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(away.location().toString()).doesNotContain(away.transaction().codeVerifier());
    }

    @Test
    void refusesAnotherNonce() {
        provider.claims.put("nonce", "of-another-transaction");
        assertRefused(ExternalReason.ID_TOKEN_INVALID);

        provider.claims.put("nonce", "");
        assertRefused(ExternalReason.ID_TOKEN_INVALID);
    }

    @Test
    void refusesAnotherAudience() {
        provider.claims.put("aud", "another-client");

        assertRefused(ExternalReason.ID_TOKEN_INVALID);
    }

    @Test
    void refusesAnAudienceBesidesOurs() {
        provider.claims.put("aud", List.of(TestProvider.CLIENT, "another-client"));
        assertRefused(ExternalReason.ID_TOKEN_INVALID);

        provider.claims.put("azp", TestProvider.CLIENT);
        assertRefused(ExternalReason.ID_TOKEN_INVALID);
    }

    @Test
    void refusesAnotherAuthorizedParty() {
        provider.claims.put("azp", "another-client");

        assertRefused(ExternalReason.ID_TOKEN_INVALID);
    }

    @Test
    void refusesAnotherIssuerInTheToken() {
        provider.claims.put("iss", "https://evil.example");

        assertRefused(ExternalReason.ID_TOKEN_INVALID);
    }

    @ParameterizedTest
    @EnumSource(names = "RS256", mode = EnumSource.Mode.EXCLUDE)
    void v03RefusesEveryOtherSignature(Signature signature) {
        provider.signature = signature;

        assertRefused(ExternalReason.ID_TOKEN_INVALID);
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // the library's type
    void refusesAnExpiredToken() {
        provider.claims.put("exp", Date.from(Instant.now().minusSeconds(62)));

        assertRefused(ExternalReason.ID_TOKEN_INVALID);
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // the library's type
    void refusesATokenFromTheFuture() {
        provider.claims.put("iat", Date.from(Instant.now().plusSeconds(90)));

        assertRefused(ExternalReason.ID_TOKEN_INVALID);
    }

    @Test
    void refusesATokenWithoutASubjectOrATime() {
        for (String claim : List.of("sub", "exp", "iat")) {
            provider.claims.clear();
            provider.claims.put(claim, "");

            assertRefused(ExternalReason.ID_TOKEN_INVALID);
        }
    }

    @Test
    void refusesASubjectThatIsTooLong() {
        provider.claims.put("sub", "s".repeat(256));

        assertRefused(ExternalReason.ID_TOKEN_INVALID);
    }

    @Test
    void refusesAReplayedAnswer() {
        var away = start();
        var answer = provider.signIn(away.location());
        assertThat(signedIn(signIn.finish(take(session, answer), answer))).isEqualTo(ADA);

        var again = signIn.finish(take(session, answer), answer);

        assertThat(reason(again)).isEqualTo(ExternalReason.NOT_STARTED_HERE);
    }

    @Test
    void a20RefusesAnAnswerThatAnotherSessionAskedFor() {
        var away = start();
        var answer = provider.signIn(away.location());
        var victim = new ExternalTransactions();

        var outcome = signIn.finish(take(victim, answer), answer);

        assertThat(reason(outcome)).isEqualTo(ExternalReason.NOT_STARTED_HERE);
    }

    @Test
    void a20RefusesACodeOfAnotherTransactionOfTheSameSession() {
        var mine = start();
        provider.signIn(start().location());
        // The code and the token belong to the second transaction; the state is the first one's.
        var answer = Map.of("code", List.of("the-code"), "state", List.of(mine.transaction().state()), "iss", List.of(provider.issuer));

        var outcome = signIn.finish(take(session, answer), answer);

        assertThat(reason(outcome)).isEqualTo(ExternalReason.CODE_REFUSED);
    }

    @Test
    void refusesAnAnswerThatComesTooLate() {
        var away = start();
        world.clock.advance(Duration.ofMinutes(10));

        assertThat(reason(finish(away))).isEqualTo(ExternalReason.EXPIRED);
    }

    @Test
    void refusesAnAnswerOfAnotherIssuer() {
        assertThat(reason(finish(start(), "iss", "https://evil.example"))).isEqualTo(ExternalReason.OTHER_ISSUER);
    }

    @Test
    void refusesAnAnswerWithoutIssuerWhereTheProviderPromisesOne() {
        assertThat(reason(finish(start(), "iss", ""))).isEqualTo(ExternalReason.OTHER_ISSUER);
    }

    @Test
    void takesAnAnswerWithoutIssuerWhereTheProviderPromisesNone() {
        provider.metadata.put("authorization_response_iss_parameter_supported", false);

        assertThat(signedIn(finish(start(), "iss", ""))).isEqualTo(ADA);
    }

    @Test
    void refusesTwoAnswersInOne() {
        var away = start();
        var answer = new LinkedHashMap<>(provider.signIn(away.location()));
        answer.put("code", List.of("the-code", "another"));

        assertThat(reason(signIn.finish(take(session, answer), answer))).isEqualTo(ExternalReason.NOT_STARTED_HERE);
    }

    @Test
    void refusesAnErrorOfTheProvider() {
        var away = start();
        var answer = new LinkedHashMap<>(provider.signIn(away.location()));
        answer.remove("code");
        answer.put("error", List.of("access_denied"));

        assertThat(reason(signIn.finish(take(session, answer), answer))).isEqualTo(ExternalReason.DENIED_THERE);
    }

    @Test
    void refusesACodeThatTheProviderDoesNotTake() {
        assertThat(reason(finish(start(), "code", "guessed"))).isEqualTo(ExternalReason.CODE_REFUSED);
    }

    @Test
    void refusesAnUnverifiedAddress() {
        for (Object claim : List.of(false, "true", 1, "")) {
            provider.claims.put("email_verified", claim);

            assertRefused(ExternalReason.NOBODY_HERE);
        }
    }

    @Test
    void refusesAnAddressThatOnlyLooksLikeOneHere() {
        // U+212A, the Kelvin sign, is a small k when case is ignored.
        world.database.sql().update(APP_USER).set(APP_USER.EMAIL, "karl@test.example").where(APP_USER.ID.eq(ADA)).execute();
        provider.claims.put("email", "\u212Aarl@test.example");

        assertRefused(ExternalReason.NOBODY_HERE);
    }

    @Test
    void ignoresTheCaseOfAnAddress() {
        provider.claims.put("email", "Ada@Test.Example");

        assertThat(signedIn(finish(start()))).isEqualTo(ADA);
    }

    @Test
    void refusesAnAddressThatTwoPeopleHave() {
        world.database.sql().update(APP_USER).set(APP_USER.EMAIL, "ada@test.example").where(APP_USER.ID.eq(BOB)).execute();

        assertRefused(ExternalReason.NOBODY_HERE);
    }

    @Test
    void refusesASecondSubjectWithTheSameAddress() {
        assertThat(signedIn(finish(start()))).isEqualTo(ADA);

        provider.claims.put("sub", "subject-2");

        assertRefused(ExternalReason.LINKED_OTHERWISE);
    }

    @Test
    void refusesAnInactivePersonWhetherLinkedOrNot() {
        world.deactivate(ADA);
        assertRefused(ExternalReason.INACTIVE);
        assertThat(world.database.sql().fetchCount(EXTERNAL_IDENTITY)).isZero();

        identities.link(provider.issuer, "subject-1", ADA);
        assertRefused(ExternalReason.INACTIVE);
    }

    @Test
    void findsNobodyWithoutALinkWhereThePolicySaysSo() {
        save(new FirstSignIn.LinkedOnly());
        assertRefused(ExternalReason.NOBODY_HERE);

        identities.link(provider.issuer, "subject-1", BOB);

        assertThat(signedIn(finish(start()))).isEqualTo(BOB);
    }

    @Test
    void findsAPersonByTheClaimThatThePolicyNames() {
        save(new FirstSignIn.Username("preferred_username"));
        provider.claims.put("email_verified", false);
        assertThat(signedIn(finish(start()))).isEqualTo(ADA);

        identities.unlink(provider.issuer, ADA);
        for (Object name : List.of("ADA", "ada ", 7, List.of("ada"))) {
            provider.claims.put("preferred_username", name);

            assertRefused(ExternalReason.NOBODY_HERE);
        }
    }

    @Test
    void createsNobody() {
        provider.claims.put("email", "new@test.example");

        assertRefused(ExternalReason.NOBODY_HERE);
        assertThat(world.database.sql().fetchCount(APP_USER)).isEqualTo(2);
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // the library's type
    void asksForAFreshSignInAndBelievesNothingLess() {
        assertThat(reason(finish(away(signIn.start("corp", "", true))))).isEqualTo(ExternalReason.NOT_FRESH);

        provider.claims.put("auth_time", Date.from(Instant.now().minusSeconds(600)));
        assertThat(reason(finish(away(signIn.start("corp", "", true))))).isEqualTo(ExternalReason.NOT_FRESH);

        provider.claims.put("auth_time", Date.from(Instant.now()));
        assertThat(signedIn(finish(away(signIn.start("corp", "", true))))).isEqualTo(ADA);
        assertThat(provider.parameter("prompt")).isEqualTo("login");
        assertThat(provider.parameter("max_age")).isEqualTo("0");
    }

    @Test
    void refusesAProviderThatIsDisabledMeanwhile() {
        var away = start();
        world.database.sql().update(EXTERNAL_PROVIDER).set(EXTERNAL_PROVIDER.ENABLED, false).execute();

        assertThat(reason(finish(away))).isEqualTo(ExternalReason.PROVIDER_UNKNOWN);
        assertThat(reason(signIn.start("corp", "", false))).isEqualTo(ExternalReason.PROVIDER_UNKNOWN);
        assertThat(providers.choices()).isEmpty();
    }

    @Test
    void refusesAnAnswerOfAProviderThatWasPointedElsewhereMeanwhile() {
        var away = start();
        try (var other = new TestProvider()) {
            save(other.issuer, new FirstSignIn.VerifiedEmail());

            assertThat(reason(finish(away))).isEqualTo(ExternalReason.OTHER_ISSUER);
        }
    }

    private ExternalStart.Away start() {
        return away(signIn.start("corp", "a-request", false));
    }

    private ExternalStart.Away away(ExternalStart start) {
        assertThat(start).isInstanceOf(ExternalStart.Away.class);
        session.add(((ExternalStart.Away) start).transaction());
        return (ExternalStart.Away) start;
    }

    private ExternalOutcome finish(ExternalStart.Away away) {
        var answer = provider.signIn(away.location());
        return signIn.finish(take(session, answer), answer);
    }

    private ExternalOutcome finish(ExternalStart.Away away, String name, String value) {
        var answer = new LinkedHashMap<>(provider.signIn(away.location()));
        answer.remove(name);
        if (!value.isEmpty()) {
            answer.put(name, List.of(value));
        }
        return signIn.finish(take(session, answer), answer);
    }

    private static Optional<ExternalTransaction> take(ExternalTransactions session, Map<String, List<String>> answer) {
        return session.take(answer.getOrDefault("state", List.of("")).getFirst());
    }

    private void assertRefused(ExternalReason expected) {
        assertThat(reason(finish(start()))).isEqualTo(expected);
    }

    private static String signedIn(ExternalOutcome outcome) {
        return switch (outcome) {
            case ExternalOutcome.SignedIn(var name, var user) -> user.id();
            case ExternalOutcome.Refused refused -> throw new AssertionError(refused);
        };
    }

    private static ExternalReason reason(ExternalOutcome outcome) {
        return switch (outcome) {
            case ExternalOutcome.SignedIn signedIn -> throw new AssertionError(signedIn);
            case ExternalOutcome.Refused refused -> refused.reason();
        };
    }

    private static ExternalReason reason(ExternalStart start) {
        return switch (start) {
            case ExternalStart.Away away -> throw new AssertionError(away);
            case ExternalStart.Impossible(var refusal) -> refusal.reason();
        };
    }

    private void save(FirstSignIn firstSignIn) {
        save(provider.issuer, firstSignIn);
    }

    private void save(String issuer, FirstSignIn firstSignIn) {
        providers.save(new ExternalProvider(
                "corp", "Our company", true, new Issuer(issuer), new ClientID(TestProvider.CLIENT), new Secret(TestProvider.SECRET),
                Scope.parse("openid email"), firstSignIn));
    }
}
