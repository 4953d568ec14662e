package org.gatehouse.catalog.doctor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.ServerSettings;
import org.gatehouse.oauth.client.Clients;
import org.gatehouse.oauth.client.RegisteredClient;
import org.gatehouse.oauth.client.UsableClients;
import org.gatehouse.oauth.grant.AuthorizationRequests;
import org.gatehouse.oauth.token.OAuthScope;
import org.gatehouse.oauth.token.ProtectedResource;
import org.gatehouse.oauth.token.ResourceIndicators;
import org.gatehouse.platform.configuration.Deployment;

/** The steps before anybody is asked anything: what the agent reads about the server, who the agent is, and what it asks for. */
@Singleton
class RequestSteps {
    private final Deployment deployment;
    private final Clients clients;
    private final UsableClients usable;
    private final ResourceIndicators resources;
    private final ServerAdministration servers;
    private final RequestReplay replay;

    @Inject
    RequestSteps(
            Deployment deployment, Clients clients, UsableClients usable, ResourceIndicators resources, ServerAdministration servers,
            AuthorizationRequests requests) {
        this.deployment = deployment;
        this.clients = clients;
        this.usable = usable;
        this.resources = resources;
        this.servers = servers;
        this.replay = new RequestReplay(requests);
    }

    /** Goes as far as it can; what is wanted of the person is there if they would be asked. */
    Optional<Wanted> examine(ConnectionQuestion question, Findings findings) {
        Optional<RegisteredClient> client = registration(question.clientId(), findings);
        Optional<String> server = named(question).or(question::server).or(() -> client.flatMap(this::first));
        if (server.isPresent()) {
            discovery(server.get(), findings);
        } else if (client.isPresent()) {
            findings.failed(Step.DISCOVERY, "There is no active server that the app may reach.", "Activate one under MCP servers, or add an active one to the app.");
        }
        Optional<String> redirectUri = client.flatMap(known -> redirectUri(known, question, findings));
        if (client.isEmpty() || server.isEmpty() || redirectUri.isEmpty()) {
            return Optional.empty();
        }
        return replay.examine(client.get(), question.request(), redirectUri.get(), url(server.get()), findings)
                .map(pending -> new Wanted(client.get(), resources.mcpServer(pending.resource()).orElse(""), pending.resource(), pending.scopes()));
    }

    private Optional<RegisteredClient> registration(String clientId, Findings findings) {
        Optional<RegisteredClient> found = usable.find(clientId);
        Optional<RegisteredClient> known = clients.find(clientId);
        if (found.isPresent()) {
            findings.passed(Step.REGISTRATION, "The app is known as “" + found.get().label() + "” and may be used.");
        } else if (usable.awaitsApproval(clientId)) {
            findings.failed(Step.REGISTRATION, "The app registered itself and waits for an administrator.", "Look at it and approve it under External client apps.");
        } else if (known.isEmpty()) {
            findings.failed(
                    Step.REGISTRATION, "There is no app of this client id.",
                    "Ids are compared letter by letter. Enter the app under External client apps; an id that is a URL needs its host in"
                            + " gatehouse.client-metadata.allowed-domains.");
        } else if (!known.get().enabled()) {
            findings.failed(Step.REGISTRATION, "The app is blocked.", "Unblock it under External client apps.");
        } else {
            findings.failed(
                    Step.REGISTRATION, "The document that describes the app could not be read of late, so the app does not count.",
                    "See whether " + clientId + " answers, and whether its host is still in gatehouse.client-metadata.allowed-domains; the server log says more.");
        }
        return found;
    }

    /** The server that an agent's own request names. */
    private Optional<String> named(ConnectionQuestion question) {
        return question.request().getOrDefault("resource", List.of()).stream().findFirst().flatMap(resources::mcpServer);
    }

    private Optional<String> first(RegisteredClient client) {
        return servers.all().stream().filter(ServerSettings::active).map(ServerSettings::name).filter(client.servers()::includes).findFirst();
    }

    private void discovery(String server, Findings findings) {
        String path = ProtectedResource.MCP_PATH + server;
        if (resources.find(List.of(URI.create(url(server)))).isPresent()) {
            findings.passed(
                    Step.DISCOVERY,
                    "The metadata are at " + deployment.url("/.well-known/oauth-protected-resource" + path) + " and name " + deployment.publicUrl()
                            + " as the authorization server.");
        } else if (servers.exists(server)) {
            findings.failed(
                    Step.DISCOVERY, "The server " + server + " is not active, so its metadata are not there: the agent gets 404, as for a server that does not exist.",
                    "Activate it under MCP servers.");
        } else {
            findings.failed(Step.DISCOVERY, "There is no server " + server + ".", "The URL in the agent has to end in the name of a server; see MCP servers.");
        }
    }

    private String url(String server) {
        return deployment.url(ProtectedResource.MCP_PATH + server);
    }

    private static Optional<String> redirectUri(RegisteredClient client, ConnectionQuestion question, Findings findings) {
        Set<String> registered = client.redirectUris();
        if (registered.isEmpty()) {
            findings.failed(Step.REDIRECT_URI, "The app has no redirect URI, so there is no place to send the code to.", "Enter the one that the agent names.");
            return Optional.empty();
        }
        if (question.redirectUri().isPresent()) {
            String wanted = question.redirectUri().get();
            if (client.redirectsTo(wanted)) {
                findings.passed(Step.REDIRECT_URI, wanted + " is registered.");
                return question.redirectUri();
            }
            findings.failed(
                    Step.REDIRECT_URI, wanted + " is none of the registered: " + joined(registered) + ".",
                    "Redirect URIs are compared letter by letter; only the port of this machine's own addresses is free. Enter exactly what the agent sends.");
            return Optional.empty();
        }
        Map<Boolean, Set<String>> usable = registered.stream().collect(Collectors.partitioningBy(client::redirectsTo, Collectors.toSet()));
        Set<String> good = usable.getOrDefault(true, Set.of());
        Set<String> bad = usable.getOrDefault(false, Set.of());
        if (bad.isEmpty()) {
            findings.passed(Step.REDIRECT_URI, "Every registered one is acceptable: " + joined(good) + ".");
        } else if (good.isEmpty()) {
            findings.failed(Step.REDIRECT_URI, "None of the registered is acceptable: " + joined(bad) + ".", "Use https, an address of the person's own machine, or allow the app a scheme of its own.");
        } else {
            findings.noted(Step.REDIRECT_URI, "Not acceptable: " + joined(bad) + ".", "Remove them, or allow the app a scheme of its own.");
        }
        return good.stream().sorted().findFirst();
    }

    private static String joined(Set<String> uris) {
        return uris.stream().sorted().collect(Collectors.joining(", "));
    }

    /** What an agent asks a person for. */
    record Wanted(RegisteredClient client, String server, String resource, Set<OAuthScope> scopes) {}
}
