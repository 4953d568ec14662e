package org.gatehouse.oauth.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Tells by the redirect URIs whether one client serves several agents. Such agents cannot be told apart in the log, limited or ended by
 * themselves. What leads to the person's own machine does not count: many agents listen there alike.
 */
final class SharedClient {
    private SharedClient() {}

    /** What an administrator should know of a client with those redirect URIs; nothing where one agent explains them all. */
    static List<String> warnings(List<String> redirectUris) {
        NavigableSet<String> agents = new TreeSet<>();
        redirectUris.forEach(uri -> agent(uri).ifPresent(agents::add));
        return agents.size() < 2
                ? List.of()
                : List.of("The redirect URIs belong to several agents: " + String.join(", ", agents)
                        + ". Make a client for each, or they cannot be told apart, limited or ended one by one.");
    }

    private static Optional<String> agent(String redirectUri) {
        Optional<String> known = ClientPreset.ALL.stream()
                .filter(preset -> preset.redirectUris().contains(redirectUri) && !shared(redirectUri))
                .map(ClientPreset::label)
                .findFirst();
        return known.isPresent() || shared(redirectUri) ? known : Optional.of(where(URI.create(redirectUri)));
    }

    private static boolean shared(String redirectUri) {
        URI uri = URI.create(redirectUri);
        return "http".equals(uri.getScheme());
    }

    /** The host; of a scheme of the agent's own, the scheme. */
    private static String where(URI uri) {
        return "https".equals(uri.getScheme()) ? uri.getHost() : uri.getScheme() + ":";
    }
}
