package org.gatehouse.extension.declared;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A URI with variables in braces (RFC 6570, level 1), each of which stands for text without a slash. */
public final class UriTemplate {
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]\\w{0,39})}");
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:.+");

    private final String text;
    private final List<String> variables = new ArrayList<>();
    private final Pattern pattern;

    UriTemplate(String text) {
        this.text = text;
        StringBuilder regex = new StringBuilder();
        Matcher variable = VARIABLE.matcher(text);
        int end = 0;
        while (variable.find()) {
            variables.add(variable.group(1));
            regex.append(Pattern.quote(text.substring(end, variable.start()))).append("([^/?#]+)");
            end = variable.end();
        }
        regex.append(Pattern.quote(text.substring(end)));
        this.pattern = Pattern.compile(regex.toString());
        boolean strayBrace = VARIABLE.matcher(text).replaceAll("").matches(".*[{}].*");
        if (!SCHEME.matcher(text).matches() || strayBrace) {
            throw new Unusable("'" + text + "' is no URI with variables in braces; write for example visits://{account}");
        }
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** The variables in their order; none for the URI of one resource. */
    public List<String> variables() {
        return List.copyOf(variables);
    }

    /** The values of the variables in a URI of the family; empty if it is none of the family's. */
    public Optional<Map<String, String>> match(String uri) {
        Matcher matcher = pattern.matcher(uri);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            try {
                values.put(variables.get(i), URLDecoder.decode(matcher.group(i + 1).replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                // A percent sign without two digits: such a URI names nothing.
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
