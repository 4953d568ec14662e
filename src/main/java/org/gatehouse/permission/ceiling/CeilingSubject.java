package org.gatehouse.permission.ceiling;

/** What a ceiling stands over: a client app by its id, or an MCP server by its name. */
public record CeilingSubject(Kind kind, String name) {
    /** The kinds of subjects. */
    public enum Kind {
        CLIENT("Client"),
        SERVER("Server");

        private final String apiName;

        Kind(String apiName) {
            this.apiName = apiName;
        }

        String apiName() {
            return apiName;
        }
    }
}
