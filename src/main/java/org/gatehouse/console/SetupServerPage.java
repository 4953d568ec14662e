package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gatehouse.catalog.ServerAdministration;
import org.gatehouse.catalog.Tools;
import org.gatehouse.catalog.custom.CustomServer;
import org.gatehouse.catalog.custom.CustomServerService;
import org.gatehouse.catalog.custom.ServerDocument;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** One custom server: its draft, what would change if it was published, and what to look at before. */
@Named
@ViewScoped
public class SetupServerPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;

    /** A document to begin with. */
    private static final String START = """
            {
              "title" : "My server",
              "instructions" : "What the server is for, in a sentence that a model reads first.",
              "tools" : [ { "tool" : "getObjectSchema" }, { "tool" : "getUserInfo" } ],
              "queries" : [ {
                "name" : "accountsIn",
                "description" : "Lists the accounts of an industry that the person sees.",
                "query" : "SELECT Id, Name FROM Account WHERE Industry = :industry ORDER BY Name LIMIT 200",
                "arguments" : [ { "name" : "industry", "type" : "text", "required" : true, "description" : "For example Energy, as the picklist has it." } ]
              } ],
              "prompts" : [ ],
              "resources" : { "schemas" : true }
            }""";

    @Inject
    transient SetupDoor setup;

    @EJB
    transient CustomServerService servers;

    @EJB
    transient ServerAdministration administration;

    private String name = "";
    private String document = START;
    private @Nullable Integer version;
    private transient @Nullable CustomServer server;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            String wanted = version == null ? SetupDoor.parameter("name") : name;
            if (!wanted.isEmpty() && !(FacesContext.getCurrentInstance().isPostback() && version == null)) {
                CustomServer read = servers.one(wanted);
                server = read;
                if (!FacesContext.getCurrentInstance().isPostback()) {
                    name = read.name();
                    version = read.version();
                    document = Json.pretty(read.draft());
                }
            }
            return this;
        });
    }

    /** Saves the draft. */
    public void save() {
        String page = page();
        Integer read = version;
        if (read == null) {
            setup.act(NEEDED, "custom-server.create", name.strip(), page, () -> servers.create(name.strip(), written(), setup.getUsername()));
        } else {
            setup.act(NEEDED, "custom-server.edit", name, page, () -> servers.edit(name, read, written(), setup.getUsername()));
        }
    }

    /** Publishes what stands in the form, which is saved before if it differs from the draft. */
    public void publish() {
        int read = version == null ? 0 : version;
        setup.act(NEEDED, "custom-server.publish", name, page(), () -> {
            ServerDocument document = written();
            int saved = servers.one(name).draft().equals(document) ? read : servers.edit(name, read, document, setup.getUsername()).version();
            return servers.publish(name, saved, setup.getUsername());
        });
    }

    /** Deletes a server that is not active. */
    public void delete() {
        setup.act(NEEDED, "custom-server.delete", name, "/setup/servers", () -> {
            servers.delete(name, version == null ? 0 : version);
            return name;
        });
    }

    private String page() {
        return "/setup/server?name=" + SetupDoor.encoded(name.strip());
    }

    private ServerDocument written() {
        try {
            return Json.read(document.getBytes(StandardCharsets.UTF_8), ServerDocument.class);
        } catch (IOException e) {
            throw Violations.one("/document", Json.complaint(e));
        }
    }

    public boolean isNew() {
        return version == null;
    }

    /** The server as it is now; null for a new one. */
    public @Nullable CustomServer getServer() {
        return server;
    }

    /** What would change for callers, one line each. */
    public List<String> getDifferences() {
        CustomServer read = server;
        return read == null || read.differences() == null
                ? List.of()
                : read.differences().valueStream().map(step -> step.path("op").asText() + " " + step.path("path").asText()
                        + (step.has("value") ? ": " + step.path("value") : "")).toList();
    }

    /** The tools that a document may name. */
    public List<Tools.Available> getTools() {
        return administration.tools();
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(@Nullable String document) {
        this.document = document == null ? "" : document;
    }
}
