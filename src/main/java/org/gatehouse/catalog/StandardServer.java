package org.gatehouse.catalog;

import static org.gatehouse.catalog.Tier.DELETE;
import static org.gatehouse.catalog.Tier.READ;
import static org.gatehouse.catalog.Tier.WRITE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The MCP servers that come with Gatehouse. What each offers is code and cannot be edited; only whether it is active can. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are made by List.of and cannot change.
public enum StandardServer {
    OBJECT_READS("object-reads", "Object Reads", "Read the company's records.", List.of(READ), Names.READS),
    OBJECT_MUTATIONS(
            "object-mutations", "Object Mutations", "Read, create and update the company's records.", List.of(READ, WRITE),
            both(Names.READS, Names.WRITES)),
    OBJECT_DELETES(
            "object-deletes", "Object Deletes", "Read, delete and restore the company's records.", List.of(READ, DELETE),
            both(Names.READS, Names.DELETES)),
    OBJECT_ALL(
            "object-all", "Object All", "Read, create, update, delete and restore the company's records.", List.of(READ, WRITE, DELETE),
            both(Names.READS, both(Names.WRITES, Names.DELETES)));

    private static final String GUIDE = " Every call runs with the rights of the signed-in person: what that person may not see is not there. "
            + "Ask for the schema of an object before you query it, and name the fields you need.";

    private final String serverName;
    private final String title;
    private final String purpose;
    private final List<Tier> tiers;
    private final List<String> tools;

    StandardServer(String name, String title, String purpose, List<Tier> tiers, List<String> tools) {
        this.serverName = "platform/" + name;
        this.title = title;
        this.purpose = purpose;
        this.tiers = tiers;
        this.tools = tools;
    }

    /** The name that URLs, MBeans and events use, for example {@code platform/object-reads}. */
    public String serverName() {
        return serverName;
    }

    /** The tools, in the order in which they are listed. */
    List<String> tools() {
        return tools;
    }

    /** The server with those of its tools that there are. */
    ServerDefinition definition(Tools all) {
        return new ServerDefinition(
                serverName, title, purpose + GUIDE, tiers, tools.stream().flatMap(name -> all.find(name).stream()).toList(), List.of(), List.of(), "");
    }

    static Optional<StandardServer> find(String serverName) {
        return Arrays.stream(values()).filter(server -> server.serverName.equals(serverName)).findFirst();
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static final class Names {
        static final List<String> READS =
                List.of("getObjectSchema", "soqlQuery", "find", "getUserInfo", "listRecentRecords", "getRelatedRecords");
        static final List<String> WRITES = List.of("createRecord", "updateRecord", "updateRelatedRecord");
        static final List<String> DELETES = List.of("deleteRecord", "deleteRelatedRecord", "undeleteRecord");
    }
}
