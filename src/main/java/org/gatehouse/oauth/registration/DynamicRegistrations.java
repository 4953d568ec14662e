package org.gatehouse.oauth.registration;

import static org.gatehouse.platform.database.schema.Tables.CLIENT;
import static org.gatehouse.platform.database.schema.Tables.DYNAMIC_REGISTRATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.oauth.client.AuthenticationMethod;
import org.gatehouse.oauth.client.ClientKind;
import org.gatehouse.oauth.client.ClientRegistry;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.database.Database;
import org.gatehouse.platform.network.ClientAddress;

/** Dynamic client registration (RFC 7591): whoever can reach this server can make a client, so a client alone is worth nothing. */
@Singleton
class DynamicRegistrations {
    private final Database database;
    private final NewClients clients;
    private final ClientRegistry registry;
    private final RegistrationQuota quota;
    private final RegistrationConfiguration configuration;
    private final InstantSource clock;

    @Inject
    DynamicRegistrations(
            Database database,
            NewClients clients,
            ClientRegistry registry,
            RegistrationQuota quota,
            RegistrationConfiguration configuration,
            InstantSource clock) {
        this.database = database;
        this.clients = clients;
        this.registry = registry;
        this.quota = quota;
        this.configuration = configuration;
        this.clock = clock;
    }

    RegistrationAnswer register(byte[] json, ClientAddress address) throws RegistrationRefused {
        if (configuration.mode() == RegistrationMode.OFF) {
            throw ClientDescriptions.invalid("Clients cannot register themselves here.");
        }
        // RFC 7591 section 2: "If unspecified or omitted, the default is "client_secret_basic"".
        ClientDescription description = ClientDescriptions.parse(json, AuthenticationMethod.CLIENT_SECRET_BASIC);
        if (description.jwksUri().isPresent()) {
            throw ClientDescriptions.invalid("Give the keys in jwks: nothing is fetched for a client that registers itself.");
        }
        Set<OAuthScope> scopes = scopes(description);
        String origin = RegistrationQuota.origin(address);
        quota.take(origin);

        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        boolean approved = configuration.mode() == RegistrationMode.OPEN;
        clients.create(id, ClientKind.DYNAMIC, description, scopes, approved);
        database.sql()
                .insertInto(DYNAMIC_REGISTRATION)
                .set(DYNAMIC_REGISTRATION.CLIENT_ID, id)
                .set(DYNAMIC_REGISTRATION.ADDRESS, origin)
                .set(DYNAMIC_REGISTRATION.REGISTERED_AT, now)
                .set(DYNAMIC_REGISTRATION.APPROVED_AT, approved ? now : null)
                .set(DYNAMIC_REGISTRATION.OWN_WRITES, 1L)
                .execute();
        Optional<OpaqueToken> secret = description.method().bySecret() ? Optional.of(registry.rotateSecret(id, Duration.ZERO)) : Optional.empty();
        return new RegistrationAnswer.Registered(ClientInformationText.of(id, description, scopes, secret, now));
    }

    List<WaitingClient> waiting() {
        return database.sql()
                .select(CLIENT.CLIENT_ID, CLIENT.LABEL, DYNAMIC_REGISTRATION.ADDRESS, DYNAMIC_REGISTRATION.REGISTERED_AT)
                .from(DYNAMIC_REGISTRATION)
                .join(CLIENT)
                .on(CLIENT.CLIENT_ID.eq(DYNAMIC_REGISTRATION.CLIENT_ID))
                .where(DYNAMIC_REGISTRATION.APPROVED_AT.isNull())
                .orderBy(DYNAMIC_REGISTRATION.REGISTERED_AT, CLIENT.CLIENT_ID)
                .fetch(row -> new WaitingClient(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    boolean approve(String clientId) {
        boolean approved = database.sql()
                        .update(DYNAMIC_REGISTRATION)
                        .set(DYNAMIC_REGISTRATION.APPROVED_AT, clock.instant())
                        .where(DYNAMIC_REGISTRATION.CLIENT_ID.eq(clientId))
                        .and(DYNAMIC_REGISTRATION.APPROVED_AT.isNull())
                        .execute()
                == 1;
        if (approved) {
            registry.enable(clientId, true);
        }
        return approved;
    }

    /** RFC 7591 section 2, scope: the server "MAY register a client with a default set of scopes"; never with more than that. */
    private Set<OAuthScope> scopes(ClientDescription description) throws RegistrationRefused {
        if (description.scopes().isEmpty()) {
            return configuration.scopes();
        }
        Set<OAuthScope> known = description.scopes().stream()
                .flatMap(name -> OAuthScope.find(name).stream())
                .filter(scope -> scope.coveredBy(configuration.scopes()))
                .collect(Collectors.toSet());
        if (known.isEmpty()) {
            throw ClientDescriptions.invalid("None of these scopes can be had by registration.");
        }
        return known;
    }
}
