package org.gatehouse.identity.external;

import static org.gatehouse.platform.database.schema.Tables.EXTERNAL_PROVIDER;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.database.Database;
import org.jooq.Field;
import org.jooq.Record;

/** The providers that people may sign in by. Read anew each time, so that a provider that was just disabled is. */
@Singleton
public class ExternalProviders {
    private final Database database;
    private final ProviderSecrets secrets;

    @Inject
    ExternalProviders(Database database, ProviderSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** What the sign-in page offers, in the order of the labels. */
    public List<Choice> choices() {
        return database.sql()
                .select(EXTERNAL_PROVIDER.NAME, EXTERNAL_PROVIDER.LABEL)
                .from(EXTERNAL_PROVIDER)
                .where(EXTERNAL_PROVIDER.ENABLED)
                .orderBy(EXTERNAL_PROVIDER.LABEL, EXTERNAL_PROVIDER.NAME)
                .fetch(row -> new Choice(row.value1(), row.value2()));
    }

    /** All of them, also those that are not offered, in the order of their names. */
    List<ExternalProvider> all() {
        return database.sql().selectFrom(EXTERNAL_PROVIDER).orderBy(EXTERNAL_PROVIDER.NAME).fetch(this::provider);
    }

    /** All of them as they are edited, in the order of their names. */
    List<ProviderSettings> settings() {
        return database.sql()
                .selectFrom(EXTERNAL_PROVIDER)
                .orderBy(EXTERNAL_PROVIDER.NAME)
                .fetch(row -> ProviderSettings.of(provider(row), row.get(EXTERNAL_PROVIDER.VERSION)));
    }

    /** The version of the provider with this name. Whoever asks within a transaction keeps others from changing it until its end. */
    Optional<Integer> version(String name) {
        return database.sql()
                .select(EXTERNAL_PROVIDER.VERSION)
                .from(EXTERNAL_PROVIDER)
                .where(EXTERNAL_PROVIDER.NAME.eq(name))
                .forUpdate()
                .fetchOptional(EXTERNAL_PROVIDER.VERSION);
    }

    /** The provider with this name, if people may sign in by it. */
    Optional<ExternalProvider> findEnabled(String name) {
        return database.sql()
                .selectFrom(EXTERNAL_PROVIDER)
                .where(EXTERNAL_PROVIDER.NAME.eq(name))
                .and(EXTERNAL_PROVIDER.ENABLED)
                .fetchOptional(this::provider);
    }

    /** Stores a provider, new or changed; part of the caller's transaction. */
    void save(ExternalProvider provider) {
        Map<Field<?>, Object> row = new LinkedHashMap<>();
        row.put(EXTERNAL_PROVIDER.LABEL, provider.label());
        row.put(EXTERNAL_PROVIDER.ENABLED, provider.enabled());
        row.put(EXTERNAL_PROVIDER.ISSUER, provider.issuer().getValue());
        row.put(EXTERNAL_PROVIDER.CLIENT_ID, provider.clientId().getValue());
        row.put(EXTERNAL_PROVIDER.CLIENT_SECRET_JWE, secrets.encrypt(provider.issuer().getValue(), provider.clientSecret()));
        row.put(EXTERNAL_PROVIDER.SCOPES, provider.scopes().toString());
        switch (provider.firstSignIn()) {
            case FirstSignIn.LinkedOnly() -> row.put(EXTERNAL_PROVIDER.FIRST_SIGN_IN, "LinkedOnly");
            case FirstSignIn.VerifiedEmail() -> row.put(EXTERNAL_PROVIDER.FIRST_SIGN_IN, "VerifiedEmail");
            case FirstSignIn.Username(var claim) -> {
                row.put(EXTERNAL_PROVIDER.FIRST_SIGN_IN, "Username");
                row.put(EXTERNAL_PROVIDER.CLAIM, claim);
            }
        }
        int changed = database.sql().update(EXTERNAL_PROVIDER).set(row).set(EXTERNAL_PROVIDER.VERSION, EXTERNAL_PROVIDER.VERSION.plus(1)).where(EXTERNAL_PROVIDER.NAME.eq(provider.name())).execute();
        if (changed == 0) {
            database.sql().insertInto(EXTERNAL_PROVIDER).set(EXTERNAL_PROVIDER.NAME, provider.name()).set(row).execute();
        }
    }

    /** Removes a provider; part of the caller's transaction. */
    void remove(String name) {
        database.sql().deleteFrom(EXTERNAL_PROVIDER).where(EXTERNAL_PROVIDER.NAME.eq(name)).execute();
    }

    private ExternalProvider provider(Record row) {
        String issuer = row.get(EXTERNAL_PROVIDER.ISSUER);
        return new ExternalProvider(
                row.get(EXTERNAL_PROVIDER.NAME),
                row.get(EXTERNAL_PROVIDER.LABEL),
                row.get(EXTERNAL_PROVIDER.ENABLED),
                new Issuer(issuer),
                new ClientID(row.get(EXTERNAL_PROVIDER.CLIENT_ID)),
                secrets.decrypt(issuer, row.get(EXTERNAL_PROVIDER.CLIENT_SECRET_JWE)),
                Scope.parse(row.get(EXTERNAL_PROVIDER.SCOPES)),
                firstSignIn(row));
    }

    /** A value that this release does not know finds nobody. */
    private static FirstSignIn firstSignIn(Record row) {
        return switch (row.get(EXTERNAL_PROVIDER.FIRST_SIGN_IN)) {
            case "VerifiedEmail" -> new FirstSignIn.VerifiedEmail();
            case "Username" -> new FirstSignIn.Username(row.get(EXTERNAL_PROVIDER.CLAIM));
            default -> new FirstSignIn.LinkedOnly();
        };
    }

    /** One button of the sign-in page. */
    public record Choice(String name, String label) {}
}
