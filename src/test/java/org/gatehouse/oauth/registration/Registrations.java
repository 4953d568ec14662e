package org.gatehouse.oauth.registration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.oauth.OAuthWorld;
import org.gatehouse.oauth.client.ClientRegistry;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.client.UsableClients;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.network.ClientAddress;
import org.gatehouse.platform.network.Outside;

/** Registration in an {@link OAuthWorld}, put together by hand. A second one on the same world is a second node. */
final class Registrations {
    final OAuthWorld world;
    final RegistrationConfiguration configuration;
    final UsableClients usable;
    final RegistrationService service;
    final UnusedClients unused;

    Registrations(OAuthWorld world, RegistrationConfiguration configuration) {
        this.world = world;
        this.configuration = configuration;
        usable = new UsableClients(world.clients, world.database, world.clock);
        var registry = new ClientRegistry(world.database, world.versions, world.clock);
        var clients = new NewClients(world.database, registry);
        unused = new UnusedClients(world.database, configuration, world.versions, world.clock);
        service = new InTransactions(
                world,
                new StoredDocuments(
                        world.database, clients, new RegistrationQuota(world.database, configuration, world.clock), configuration, world.clock),
                new DynamicRegistrations(
                        world.database, clients, registry, new RegistrationQuota(world.database, configuration, world.clock), configuration,
                        world.clock),
                unused);
    }

    static Registrations in(Path home, String mode) {
        return new Registrations(new OAuthWorld(home), configuration(mode, LocalHost.NAME));
    }

    static RegistrationConfiguration configuration(String mode, String domains) {
        return new RegistrationConfiguration(
                new Deployment(OAuthWorld.URL, false, "unused"), Optional.of(domains), 20, 30, 4, "mcp_api.read,refresh_token", mode, 3, 5, 30);
    }

    ClientDocuments documents(LocalHost host) {
        return documents(host.outside());
    }

    ClientDocuments documents(Outside outside) {
        return new ClientDocuments(
                configuration, new DocumentFetch(outside, Duration.ofSeconds(5)), new FetchLimits(configuration, world.clock), world.clients, usable, service, world.clock);
    }

    RemoteKeys keys(LocalHost host) {
        return new RemoteKeys(configuration, new DocumentFetch(host.outside(), Duration.ofSeconds(5)), world.clock);
    }

    RegisteredClient client(String id) {
        return world.clients.find(id).orElseThrow();
    }

    static String text(Map<String, Object> information, String name) {
        return String.valueOf(information.get(name));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The service as the container runs it: each method in its own transaction. */
    private static final class InTransactions extends RegistrationService {
        private final OAuthWorld world;
        private final StoredDocuments stored;
        private final DynamicRegistrations dynamic;
        private final UnusedClients unusedClients;

        InTransactions(OAuthWorld world, StoredDocuments stored, DynamicRegistrations dynamic, UnusedClients unusedClients) {
            this.world = world;
            this.stored = stored;
            this.dynamic = dynamic;
            this.unusedClients = unusedClients;
        }

        @Override
        public void describe(DocumentUrl url, ClientDescription description, Duration lifetime) throws RegistrationRefused {
            Optional<RegistrationRefused> refusal = world.transactions.run(() -> {
                try {
                    stored.describe(url.uri().toString(), description, lifetime);
                    return Optional.<RegistrationRefused>empty();
                } catch (RegistrationRefused e) {
                    return Optional.of(e);
                }
            });
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }

        @Override
        public void distrust(String url) {
            stored.distrust(url);
        }

        @Override
        public RegistrationAnswer register(byte[] json, ClientAddress address) {
            return world.transactions.run(() -> {
                try {
                    return dynamic.register(json, address);
                } catch (RegistrationRefused e) {
                    return new RegistrationAnswer.Refused(e.error());
                }
            });
        }

        @Override
        public List<WaitingClient> waiting() {
            return dynamic.waiting();
        }

        @Override
        public boolean approve(String clientId) {
            return world.transactions.run(() -> dynamic.approve(clientId));
        }

        @Override
        public boolean removeUnused(String clientId) {
            return world.transactions.run(() -> unusedClients.remove(clientId));
        }
    }
}
