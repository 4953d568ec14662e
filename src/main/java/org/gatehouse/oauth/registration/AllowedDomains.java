package org.gatehouse.oauth.registration;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts that client metadata is fetched from.
 *
 * @param names DNS names in lower case; one that begins with a dot stands for all names below it
 */
public record AllowedDomains(Set<String> names) {
    /** At least two labels, and a last one that begins with a letter: no address in any of its spellings is such a name. */
    private static final Pattern NAME = Pattern.compile("\\.?([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*");

    public AllowedDomains {
        names = Set.copyOf(names);
        names.stream().filter(name -> !NAME.matcher(name).matches()).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("Not a domain name such as claude.ai or *.example.com: " + name);
        });
    }

    /** Reads them as an administrator writes them: {@code claude.ai}, {@code .example.com} or {@code *.example.com}. */
    public static AllowedDomains of(Collection<String> texts) {
        return new AllowedDomains(texts.stream()
                .map(text -> text.strip().startsWith("*.") ? text.strip().substring(1) : text.strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet()));
    }

    /** Whether nothing is fetched at all. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    boolean include(String host) {
        return names.contains(host) || names.stream().anyMatch(name -> name.startsWith(".") && host.endsWith(name));
    }
}
