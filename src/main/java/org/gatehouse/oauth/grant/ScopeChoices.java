package org.gatehouse.oauth.grant;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.oauth.token.OAuthScope;

/**
 * The scopes of a request one by one, so that a person can leave some out. The scope for everything is shown as the tiers that the server has.
 *
 * @param requested what the client asks for
 * @param choices what the person decides on, each by itself
 */
public record ScopeChoices(Set<OAuthScope> requested, List<OAuthScope> choices) {
    public ScopeChoices {
        requested = Set.copyOf(requested);
        choices = List.copyOf(choices);
    }

    /**
     * The choices of a request.
     *
     * @param offered the names of the scopes that make sense at the server
     */
    public static ScopeChoices of(Set<OAuthScope> requested, Collection<String> offered) {
        Set<OAuthScope> choices = new TreeSet<>(requested);
        if (choices.remove(OAuthScope.MCP_API)) {
            offered.stream().flatMap(name -> OAuthScope.find(name).stream()).filter(OAuthScope::isTier).forEach(choices::add);
        }
        return new ScopeChoices(requested, List.copyOf(choices));
    }

    /**
     * The scopes that were approved.
     *
     * @param picked names of scopes; what was not offered as a choice counts for nothing
     * @return the scope for everything again where nothing of it was left out; empty if nothing of use was picked
     */
    public Set<OAuthScope> approved(Collection<String> picked) {
        Set<OAuthScope> approved = EnumSet.noneOf(OAuthScope.class);
        choices.stream().filter(choice -> picked.contains(choice.value())).forEach(approved::add);
        if (requested.contains(OAuthScope.MCP_API) && choices.stream().filter(OAuthScope::isTier).allMatch(approved::contains)) {
            approved.removeIf(OAuthScope::isTier);
            approved.add(OAuthScope.MCP_API);
        }
        return approved.equals(EnumSet.of(OAuthScope.REFRESH_TOKEN)) ? Set.of() : approved;
    }
}
