package org.gatehouse.catalog.upstream;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hosts that may be called, each with its port. One that begins with a dot stands for all names below it.
 *
 * @param entries for example {@code api.example.com:443}
 */
public record AllowedHosts(Set<String> entries) {
    private static final Pattern NAME = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)*[a-z]([a-z0-9-]*[a-z0-9])?");

    /** In the one usual spelling: a resolver also takes {@code 0x7f.1} and {@code 2130706433} for addresses. */
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");

    private static final Pattern ENTRY = Pattern.compile("(\\*?\\.)?([^:*]+|\\[::1])(:[1-9][0-9]{0,4})?");
    private static final String DEFAULT_PORT = ":443";

    public AllowedHosts {
        entries = Set.copyOf(entries);
    }

    /** Reads them as an operator writes them: {@code api.example.com}, {@code *.example.com}, {@code localhost:8080}. Without a port it is 443. */
    static AllowedHosts of(String setting, Collection<String> texts) {
        return new AllowedHosts(texts.stream().map(text -> entry(setting, text)).collect(Collectors.toSet()));
    }

    private static String entry(String setting, String text) {
        var matcher = ENTRY.matcher(text);
        if (!matcher.matches() || !isHost(matcher.group(2)) || (matcher.group(1) != null && !NAME.matcher(matcher.group(2)).matches())) {
            throw new IllegalArgumentException(setting + ": not a host such as api.example.com, *.example.com or localhost:8080: " + text);
        }
        return (matcher.group(1) == null ? "" : ".") + matcher.group(2) + (matcher.group(3) == null ? DEFAULT_PORT : matcher.group(3));
    }

    /** Whether a text is a host in the one usual spelling. */
    static boolean isHost(String text) {
        return NAME.matcher(text).matches() || IPV4.matcher(text).matches() || text.equals("[::1]");
    }

    /** Whether no host may be called. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Whether this host and port are among them. */
    boolean include(ServiceUrl url) {
        return entries.contains(url.authority()) || entries.stream().anyMatch(entry -> entry.startsWith(".") && url.authority().endsWith(entry));
    }

    /** Whether this host is named itself, with whatever port; an IPv6 address has its brackets or not. */
    boolean name(String host) {
        return entries.stream().map(entry -> entry.substring(0, entry.lastIndexOf(':'))).anyMatch(name -> name.equals(host) || name.equals("[" + host + "]"));
    }
}
