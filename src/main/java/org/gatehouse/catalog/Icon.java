package org.gatehouse.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A picture that clients may show (MCP, schema, Icon). Gatehouse never fetches it.
 *
 * @param src an {@code https} URL, or the picture itself as a {@code data} URL in Base64
 * @param mimeType the media type, if the picture's own is missing or too wide
 * @param sizes such as {@code 48x48}, or {@code any} for a picture that scales; empty if unknown
 * @param theme {@code light} or {@code dark} for the background that it is made for; null for both
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Icon(String src, @Nullable String mimeType, List<String> sizes, @Nullable String theme) {
    /** Every list carries the pictures, so they have to be small. */
    private static final int LONGEST = 10_000;

    private static final int MOST_SIZES = 8;
    private static final Pattern LINK = Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?");
    private static final Pattern DATA = Pattern.compile("data:image/(png|jpeg|webp|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}");
    private static final Pattern TYPE = Pattern.compile("image/[a-z0-9.+-]{1,40}");
    private static final Pattern SIZE = Pattern.compile("any|[1-9][0-9]{0,3}x[1-9][0-9]{0,3}");

    public Icon {
        // Whoever writes one may leave these out.
        src = src == null ? "" : src;
        sizes = sizes == null ? List.of() : sizes.stream().toList();
    }

    /** What is wrong with it; null if nothing is. */
    public @Nullable String fault() {
        if (src.length() > LONGEST) {
            return "a picture has at most " + LONGEST + " characters; give its https URL instead";
        }
        if (!LINK.matcher(src).matches() && !DATA.matcher(src).matches()) {
            return "src is an https URL, or a data URL in Base64 of PNG, JPEG, WebP or SVG";
        }
        if (mimeType != null && !TYPE.matcher(mimeType).matches()) {
            return "mimeType is a media type of pictures, such as image/png";
        }
        if (sizes.size() > MOST_SIZES || !sizes.stream().allMatch(size -> size != null && SIZE.matcher(size).matches())) {
            return "sizes are such as 48x48, or any; " + MOST_SIZES + " at most";
        }
        return theme == null || theme.equals("light") || theme.equals("dark") ? null : "theme is light or dark";
    }
}
