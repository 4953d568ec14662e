package org.gatehouse.oauth.token;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The scopes that exist (RFC 6749 section 3.3), widest first within each family. */
public enum OAuthScope {
    MCP_API("mcp_api", "Use every tool of this server, as far as you may yourself"),
    MCP_READ("mcp_api.read", "Read records, as far as you may yourself"),
    MCP_WRITE("mcp_api.write", "Create and change records, as far as you may yourself"),
    MCP_DELETE("mcp_api.delete", "Delete records, as far as you may yourself"),
    API("api", "Use the automation interface, as far as you may yourself"),
    REFRESH_TOKEN("refresh_token", "Stay connected while you are away, until you end the connection");

    /** OpenID Connect's name for what this vocabulary calls {@code refresh_token}; MCP clients ask by it. */
    public static final String OFFLINE_ACCESS = "offline_access";

    private final String value;
    private final String meaning;

    OAuthScope(String value, String meaning) {
        this.value = value;
        this.meaning = meaning;
    }

    /** The scope as it stands in requests and tokens. */
    public String value() {
        return value;
    }

    /** What it allows, in the words of the consent page. */
    public String meaning() {
        return meaning;
    }

    /** Whether holding these scopes includes this one. */
    public boolean coveredBy(Collection<OAuthScope> held) {
        return held.contains(this) || (isTier() && held.contains(MCP_API));
    }

    /** Whether it is a part of the scope for everything. */
    public boolean isTier() {
        return this == MCP_READ || this == MCP_WRITE || this == MCP_DELETE;
    }

    /** The scope with this name or alias. */
    public static Optional<OAuthScope> find(String value) {
        if (value.equals(OFFLINE_ACCESS)) {
            return Optional.of(REFRESH_TOKEN);
        }
        return Arrays.stream(values()).filter(scope -> scope.value.equals(value)).findFirst();
    }

    /** The scopes of a string that {@link #join} made. A name that this release does not know gives nothing. */
    public static Set<OAuthScope> split(String joined) {
        return Arrays.stream(joined.split(" ")).flatMap(name -> find(name).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What of the wanted scopes is held. Where the scope for everything is wanted and only parts of it are held, it is those parts.
     */
    public static Set<OAuthScope> covered(Set<OAuthScope> wanted, Set<OAuthScope> held) {
        Set<OAuthScope> covered = EnumSet.noneOf(OAuthScope.class);
        wanted.stream().filter(scope -> scope.coveredBy(held)).forEach(covered::add);
        held.stream().filter(scope -> scope.coveredBy(wanted)).forEach(covered::add);
        return covered;
    }

    /** The scopes as one string, in the order of this vocabulary. */
    public static String join(Collection<OAuthScope> scopes) {
        return scopes.stream().sorted().distinct().map(OAuthScope::value).collect(Collectors.joining(" "));
    }
}
