package org.gatehouse.it;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * The form of a page with its first button pressed, as somebody sends it who need not be a browser.
 *
 * @param action where it goes
 * @param fields what it holds, but for the state of the view
 * @param viewState the state of the view, which only the page has
 */
record SubmittedForm(URI action, Map<String, String> fields, String viewState) {
    private static final String VIEW_STATE = "jakarta.faces.ViewState";

    static SubmittedForm of(HttpResponse<String> page) {
        Document document = Jsoup.parse(page.body(), page.uri().toString());
        Element button = document.selectFirst("input[type=submit][value=Allow], button:containsOwn(Allow)");
        FormElement form = (FormElement) Objects.requireNonNull(Objects.requireNonNull(button, page.body()).closest("form"));
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        form.select("input[type=submit], button").eachAttr("name").forEach(fields::remove);
        fields.put(button.attr("name"), button.attr("value"));
        String state = String.valueOf(fields.remove(VIEW_STATE));
        return new SubmittedForm(URI.create(form.absUrl("action")), fields, state);
    }

    /** Sent with a state of the view, from where the headers say. */
    HttpRequest.Builder post(String state, String fetchSite, String origin) {
        return HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", fetchSite)
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(Visitor.form(with(state))));
    }

    /** The same in a URL. */
    HttpRequest.Builder get(String state) {
        String separator = action.getQuery() == null ? "?" : "&";
        return HttpRequest.newBuilder(URI.create(action + separator + Visitor.form(with(state)))).GET();
    }

    private Map<String, String> with(String state) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (!state.isEmpty()) {
            all.put(VIEW_STATE, state);
        }
        return all;
    }
}
