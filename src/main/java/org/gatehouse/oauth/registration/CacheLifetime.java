package org.gatehouse.oauth.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;

/** How long a fetched document is used without asking again: as its server says (RFC 9111 section 5), within bounds of our own. */
final class CacheLifetime {
    /** A document that may not be kept is kept this long all the same: otherwise every request here would be a request there. */
    static final Duration SHORTEST = Duration.ofMinutes(5);

    /** A client that changes its redirect URIs or keys is believed after a day at the latest. */
    static final Duration LONGEST = Duration.ofHours(24);

    private CacheLifetime() {}

    static Duration of(HttpMessage response) {
        Duration said = maxAge(response).map(age -> age.minus(alreadyAged(response))).or(() -> untilExpiry(response)).orElse(SHORTEST);
        return said.compareTo(SHORTEST) < 0 ? SHORTEST : said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }

    private static Optional<Duration> maxAge(HttpMessage response) {
        var directives = Arrays.stream(response.getHeaders("Cache-Control"))
                .flatMap(header -> Arrays.stream(header.getValue().split(",")))
                .map(String::strip)
                .toList();
        if (directives.stream().anyMatch(directive -> directive.equalsIgnoreCase("no-store") || directive.equalsIgnoreCase("no-cache"))) {
            return Optional.of(Duration.ZERO);
        }
        return directives.stream()
                .filter(directive -> directive.regionMatches(true, 0, "max-age=", 0, "max-age=".length()))
                .map(directive -> seconds(directive.substring("max-age=".length())))
                .findFirst();
    }

    private static Duration alreadyAged(HttpMessage response) {
        return value(response, "Age").map(CacheLifetime::seconds).orElse(Duration.ZERO);
    }

    private static Optional<Duration> untilExpiry(HttpMessage response) {
        return date(response, "Expires").flatMap(end -> date(response, "Date").map(start -> Duration.between(start, end)));
    }

    /** A number that makes no sense counts as nothing. */
    private static Duration seconds(String text) {
        return text.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
    }

    private static Optional<Instant> date(HttpMessage response, String name) {
        return value(response, name).map(DateUtils::parseStandardDate);
    }

    private static Optional<String> value(HttpMessage response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }
}
