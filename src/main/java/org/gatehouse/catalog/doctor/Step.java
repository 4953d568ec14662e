package org.gatehouse.catalog.doctor;

/** A step on the way of a connection, in the order in which an agent takes them. */
public enum Step {
    DISCOVERY("Discovery"),
    REGISTRATION("Registration of the app"),
    REDIRECT_URI("Redirect URI"),
    RESOURCE("The server that is asked for"),
    SCOPES("Scopes"),
    PKCE("PKCE"),
    PERSON("The person"),
    APPROVAL("The person approves"),
    TOKEN_POLICY("The agent fetches a token"),
    TOKEN("The token"),
    CALL_POLICY("The agent calls the server"),
    ACTIVATION("The server lets the token in"),
    TOOLS("Tools"),
    PERMISSION("What the person may do there");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
