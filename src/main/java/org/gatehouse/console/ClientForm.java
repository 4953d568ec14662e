package org.gatehouse.console;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.oauth.client.ClientPreset;
import org.gatehouse.oauth.client.ClientSettings;
import org.gatehouse.oauth.client.ClientSettings.Policy;
import org.gatehouse.oauth.client.ClientSettings.Range;
import org.gatehouse.oauth.client.ClientSettings.Server;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** The settings of an external client app as a form holds them: text and choices, lists one entry a line. */
public class ClientForm implements Serializable {
    private static final long serialVersionUID = 1;

    private String clientId = "";
    private String label = "";
    private String description = "";
    private String contactEmail = "";
    private String logoUri = "";
    private String authenticationMethod = "none";
    private String redirectUris = "";
    private boolean customSchemes;
    private List<String> scopes = new ArrayList<>(List.of("mcp_api.read", "refresh_token"));
    private boolean allServers = true;
    private List<String> servers = new ArrayList<>();
    private List<ToolChoice> toolChoices = new ArrayList<>();
    private String permittedUsers = "AllSelfAuthorized";
    private List<String> profiles = new ArrayList<>();
    private List<String> permissionSets = new ArrayList<>();
    private String requiredAssurance = "STANDARD";
    private String ipRelaxation = "Enforce";
    private String ranges = "";
    private int accessTokenMinutes = 10;
    private String refreshTokenPolicy = "SpecificInactivity";
    private int refreshTokenAmount = 30;
    private String refreshTokenUnit = "Days";
    private int refreshGraceSeconds = 60;
    private @Nullable Integer callsPerMinute;
    private @Nullable Integer callsPerDay;
    private @Nullable Long version;

    /** A new client, from what is known of an agent. */
    static ClientForm of(ClientPreset preset) {
        ClientForm form = new ClientForm();
        form.clientId = preset.name();
        form.label = preset.label();
        form.redirectUris = String.join("\n", preset.redirectUris());
        form.customSchemes = preset.customSchemes();
        return form;
    }

    /** A client as it is. */
    static ClientForm of(ClientSettings settings) {
        ClientForm form = new ClientForm();
        form.clientId = settings.clientId();
        form.label = settings.label();
        form.description = text(settings.description());
        form.contactEmail = text(settings.contactEmail());
        form.logoUri = text(settings.logoUri());
        form.authenticationMethod = settings.authenticationMethod();
        form.redirectUris = String.join("\n", settings.redirectUris());
        form.customSchemes = Boolean.TRUE.equals(settings.customSchemes());
        form.scopes = new ArrayList<>(settings.scopes());
        List<Server> reachable = settings.servers();
        form.allServers = reachable == null;
        form.servers = reachable == null ? new ArrayList<>() : reachable.stream().map(Server::name).collect(Collectors.toCollection(ArrayList::new));
        form.version = settings.version();
        form.read(settings.policy());
        return form;
    }

    private void read(Policy policy) {
        permittedUsers = policy.permittedUsers();
        profiles = new ArrayList<>(policy.profiles());
        permissionSets = new ArrayList<>(policy.permissionSets());
        requiredAssurance = policy.requiredAssurance();
        ipRelaxation = policy.ipRelaxation();
        ranges = RangeText.written(policy.ranges().stream().map(range -> new RangeText(range.first(), range.last())).toList());
        accessTokenMinutes = policy.accessTokenMinutes();
        refreshTokenPolicy = policy.refreshTokenPolicy();
        refreshTokenAmount = policy.refreshTokenAmount();
        refreshTokenUnit = policy.refreshTokenUnit();
        refreshGraceSeconds = policy.refreshGraceSeconds();
        callsPerMinute = policy.callsPerMinute();
        callsPerDay = policy.callsPerDay();
    }

    /**
     * The settings that the form says.
     *
     * @param present the client as it is, for what the form does not show; null for a new one
     */
    ClientSettings settings(@Nullable ClientSettings present) {
        if (!logoUri.isBlank() && !logoUri.strip().matches("https://\\S+")) {
            throw Violations.one("/logoUri", "a logo is an https URL");
        }
        List<Server> reachable = allServers ? null : servers.stream().map(name -> new Server(name, tools(name))).toList();
        Policy policy = new Policy(
                permittedUsers, profiles, permissionSets, requiredAssurance, ipRelaxation,
                RangeText.read(ranges).stream().map(range -> new Range(range.first(), range.last(), null)).toList(), accessTokenMinutes,
                refreshTokenPolicy, refreshTokenAmount, refreshTokenUnit, refreshGraceSeconds, callsPerMinute, callsPerDay);
        return new ClientSettings(
                clientId.strip(), label.strip(), orNull(description), orNull(contactEmail), orNull(logoUri), null, null, version,
                authenticationMethod, present == null ? null : present.jwks(), present == null ? null : present.jwksUri(), lines(redirectUris), customSchemes,
                scopes, reachable, policy, null);
    }

    /** The tools that the client is limited to at a server; null for all. */
    private @Nullable List<String> tools(String server) {
        return toolChoices.stream().filter(it -> it.getServer().equals(server)).findFirst().map(ToolChoice::tools).orElse(null);
    }

    /** Lets the form choose among the tools of the servers that there are. */
    void offer(Map<String, List<String>> toolsByServer, @Nullable ClientSettings present) {
        List<Server> reachable = present == null ? null : present.servers();
        toolChoices = new ArrayList<>();
        toolsByServer.forEach((server, tools) -> toolChoices.add(ToolChoice.of(
                server, tools, reachable == null ? null : reachable.stream().filter(it -> it.name().equals(server)).findFirst().map(Server::tools).orElse(null))));
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R")).map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** Whether the client is new. */
    public boolean isNew() {
        return version == null;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(@Nullable String clientId) {
        this.clientId = text(clientId);
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = text(label);
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = text(description);
    }

    public String getContactEmail() {
        return contactEmail;
    }

    public void setContactEmail(@Nullable String contactEmail) {
        this.contactEmail = text(contactEmail);
    }

    public String getLogoUri() {
        return logoUri;
    }

    public void setLogoUri(@Nullable String logoUri) {
        this.logoUri = text(logoUri);
    }

    public List<ToolChoice> getToolChoices() {
        return toolChoices;
    }

    public String getAuthenticationMethod() {
        return authenticationMethod;
    }

    public void setAuthenticationMethod(@Nullable String authenticationMethod) {
        this.authenticationMethod = text(authenticationMethod);
    }

    public String getRedirectUris() {
        return redirectUris;
    }

    public void setRedirectUris(@Nullable String redirectUris) {
        this.redirectUris = text(redirectUris);
    }

    public boolean isCustomSchemes() {
        return customSchemes;
    }

    public void setCustomSchemes(boolean customSchemes) {
        this.customSchemes = customSchemes;
    }

    public List<String> getScopes() {
        return scopes;
    }

    public void setScopes(List<String> scopes) {
        this.scopes = new ArrayList<>(scopes);
    }

    public boolean isAllServers() {
        return allServers;
    }

    public void setAllServers(boolean allServers) {
        this.allServers = allServers;
    }

    public List<String> getServers() {
        return servers;
    }

    public void setServers(List<String> servers) {
        this.servers = new ArrayList<>(servers);
    }

    public String getPermittedUsers() {
        return permittedUsers;
    }

    public void setPermittedUsers(@Nullable String permittedUsers) {
        this.permittedUsers = text(permittedUsers);
    }

    public List<String> getProfiles() {
        return profiles;
    }

    public void setProfiles(List<String> profiles) {
        this.profiles = new ArrayList<>(profiles);
    }

    public List<String> getPermissionSets() {
        return permissionSets;
    }

    public void setPermissionSets(List<String> permissionSets) {
        this.permissionSets = new ArrayList<>(permissionSets);
    }

    public String getRequiredAssurance() {
        return requiredAssurance;
    }

    public void setRequiredAssurance(@Nullable String requiredAssurance) {
        this.requiredAssurance = text(requiredAssurance);
    }

    public String getIpRelaxation() {
        return ipRelaxation;
    }

    public void setIpRelaxation(@Nullable String ipRelaxation) {
        this.ipRelaxation = text(ipRelaxation);
    }

    public String getRanges() {
        return ranges;
    }

    public void setRanges(@Nullable String ranges) {
        this.ranges = text(ranges);
    }

    public int getAccessTokenMinutes() {
        return accessTokenMinutes;
    }

    public void setAccessTokenMinutes(int accessTokenMinutes) {
        this.accessTokenMinutes = accessTokenMinutes;
    }

    public String getRefreshTokenPolicy() {
        return refreshTokenPolicy;
    }

    public void setRefreshTokenPolicy(@Nullable String refreshTokenPolicy) {
        this.refreshTokenPolicy = text(refreshTokenPolicy);
    }

    public int getRefreshTokenAmount() {
        return refreshTokenAmount;
    }

    public void setRefreshTokenAmount(int refreshTokenAmount) {
        this.refreshTokenAmount = refreshTokenAmount;
    }

    public String getRefreshTokenUnit() {
        return refreshTokenUnit;
    }

    public void setRefreshTokenUnit(@Nullable String refreshTokenUnit) {
        this.refreshTokenUnit = text(refreshTokenUnit);
    }

    public int getRefreshGraceSeconds() {
        return refreshGraceSeconds;
    }

    public void setRefreshGraceSeconds(int refreshGraceSeconds) {
        this.refreshGraceSeconds = refreshGraceSeconds;
    }

    public @Nullable Integer getCallsPerMinute() {
        return callsPerMinute;
    }

    public void setCallsPerMinute(@Nullable Integer callsPerMinute) {
        this.callsPerMinute = callsPerMinute;
    }

    public @Nullable Integer getCallsPerDay() {
        return callsPerDay;
    }

    public void setCallsPerDay(@Nullable Integer callsPerDay) {
        this.callsPerDay = callsPerDay;
    }

    public @Nullable Long getVersion() {
        return version;
    }

    public void setVersion(@Nullable Long version) {
        this.version = version;
    }
}
