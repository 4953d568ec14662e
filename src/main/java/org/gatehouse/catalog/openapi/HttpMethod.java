package org.gatehouse.catalog.openapi;

import java.util.Locale;
import org.gatehouse.catalog.Tier;
import org.gatehouse.catalog.ToolAnnotations;

/** The methods whose operations can be tools, and what each means for the tool (RFC 9110 section 9.2). */
public enum HttpMethod {
    GET(Tier.READ, true, false),
    HEAD(Tier.READ, true, false),
    POST(Tier.WRITE, false, true),
    PUT(Tier.WRITE, true, true),
    PATCH(Tier.WRITE, false, true),
    DELETE(Tier.DELETE, true, false);

    private final Tier tier;
    private final boolean idempotent;
    private final boolean hasBody;

    HttpMethod(Tier tier, boolean idempotent, boolean hasBody) {
        this.tier = tier;
        this.idempotent = idempotent;
        this.hasBody = hasBody;
    }

    /** The kind of access that the method needs at least. */
    public Tier tier() {
        return tier;
    }

    /** The hints for a tool of this method that needs this kind of access; a service is always a world of its own. */
    public ToolAnnotations annotations(Tier needed) {
        return new ToolAnnotations(needed == Tier.READ, needed == Tier.DELETE, idempotent && needed == tier, true);
    }

    /** Whether a body means something. */
    boolean hasBody() {
        return hasBody;
    }

    /** The member of a path item. */
    String member() {
        return name().toLowerCase(Locale.ROOT);
    }
}
