package org.gatehouse.catalog.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.gatehouse.identity.Caller;
import org.gatehouse.platform.crypto.OpaqueToken;
import org.gatehouse.platform.json.Json;

/**
 * A call that needs a person's approval: all that an approval is for.
 *
 * @param caller the person, the client and the connection
 * @param server the server's name
 * @param version which published version of it offers the tool, so that another tool under the same name is another call; empty for a server that comes
 *     with Gatehouse
 * @param tool the tool's name on the server
 * @param revision which state of an imported service the tool stands for, so that an operation that was changed is another call; empty for a tool that is code
 * @param title the tool's title for people
 */
public record PendingCall(Caller caller, String server, String version, String tool, String revision, String title, ObjectNode arguments) {
    /** SHA-256 of all that an approval is for: person, client, connection, server, version, tool, its revision and arguments. The order of members makes no difference. */
    String key() {
        return OpaqueToken.sha256(Json.canonical(
                List.of(caller.userId(), caller.clientId(), caller.grantId(), server, version, tool, revision, arguments)));
    }
}
