package org.gatehouse.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.audit.alert.Alert;
import org.gatehouse.audit.alert.AlertSearch;
import org.gatehouse.platform.json.Json;

/** Alerts in words and as addresses of pages. */
final class AlertText {
    private AlertText() {}

    static String search(AlertSearch search) {
        String text = members(search).entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).collect(Collectors.joining(", "));
        return text.isEmpty() ? "every event" : text;
    }

    static String condition(Alert alert) {
        return alert.threshold() + " in " + alert.minutes() + (alert.minutes() == 1 ? " minute, " : " minutes, ") + alert.each().phrase();
    }

    /** A page that takes the members of a search as parameters. */
    static String page(String path, AlertSearch search) {
        String query = members(search).entrySet().stream().map(one -> one.getKey() + "=" + SetupDoor.encoded(one.getValue())).collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static Map<String, String> members(AlertSearch search) {
        return Json.tree(search).properties().stream()
                .filter(member -> member.getValue().isTextual())
                .collect(Collectors.toMap(Map.Entry::getKey, member -> member.getValue().textValue(), (one, other) -> one, LinkedHashMap::new));
    }
}
