package org.gatehouse.console;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.network.NetworkAdministration;
import org.gatehouse.identity.network.NetworkSettings.Everybody;
import org.gatehouse.identity.network.NetworkSettings.Hours;
import org.gatehouse.identity.network.NetworkSettings.Profile;
import org.gatehouse.identity.network.NetworkSettings.Range;
import org.gatehouse.permission.SystemPermission;
import org.gatehouse.permission.grants.GrantService;
import org.jspecify.annotations.Nullable;

/** From where and when people may be signed in: for everybody, and for the holders of a profile. */
@Named
@ViewScoped
public class SetupNetworkPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final SystemPermission NEEDED = SystemPermission.CUSTOMIZE_APPLICATION;
    private static final String HIGH = Assurance.HIGH.name();

    @Inject
    transient SetupDoor setup;

    @EJB
    transient NetworkAdministration network;

    @EJB
    transient GrantService grants;

    private List<String> profiles = List.of();
    private @Nullable Long version;
    private boolean enforce;
    private @Nullable Integer maxConnectionDays;
    private int maxTokenMinutes;
    private String timeZone = "UTC";
    private boolean endWithPassword;
    private String trusted = "";
    private String profile = "";
    private String ranges = "";
    private String hours = "";
    private @Nullable Long profileVersion;
    private boolean secondFactor;
    private boolean confirmed;

    /** Before the page is shown. */
    public void show() {
        setup.show(NEEDED, () -> {
            if (!FacesContext.getCurrentInstance().isPostback()) {
                read();
            }
            return this;
        });
    }

    private void read() {
        Everybody everybody = network.everybody();
        version = everybody.version();
        enforce = everybody.enforceRangesOnEachRequest();
        maxConnectionDays = everybody.maxConnectionDays();
        maxTokenMinutes = everybody.maxAccessTokenMinutes();
        timeZone = everybody.timeZone();
        endWithPassword = everybody.connectionsEndWithPassword();
        trusted = written(everybody.trustedRanges());
        profiles = grants.sets().stream().flatMap(set -> Stream.ofNullable(set.profile())).toList();
        profile = SetupDoor.parameter("profile");
        if (!profile.isEmpty()) {
            Profile settings = network.profile(profile);
            profileVersion = settings.version();
            secondFactor = HIGH.equals(settings.requiredAssurance());
            ranges = written(settings.ranges());
            hours = settings.hours().stream().map(it -> it.day() + " " + it.start() + "-" + it.end()).collect(Collectors.joining("\n"));
        }
    }

    /** Changes what holds for everybody. */
    public void save() {
        setup.act(NEEDED, "network.change", "everybody", "/setup/network", () -> network.update(
                new Everybody(version, enforce, maxConnectionDays, maxTokenMinutes, timeZone, endWithPassword, ranges(trusted))));
    }

    /** Changes what holds for a profile. */
    public void saveProfile() {
        setup.act(NEEDED, "network.change", profile, "/setup/network?profile=" + SetupDoor.encoded(profile), () -> network.update(
                profile, new Profile(profileVersion, ranges(ranges), hours(), secondFactor ? HIGH : null), setup.userId(), setup.address(), confirmed));
    }

    private List<Hours> hours() {
        List<Hours> read = new ArrayList<>();
        for (String line : Arrays.stream(hours.split("\\R")).map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            List<String> parts = List.of(line.split("[ -]+"));
            // What is not a day and two times is for the settings to refuse, by its place.
            read.add(parts.size() == 3 && parts.get(0).matches("\\d{1,2}")
                    ? new Hours(Integer.parseInt(parts.get(0)), parts.get(1), parts.get(2))
                    : new Hours(0, line, ""));
        }
        return read;
    }

    private static List<Range> ranges(String text) {
        return RangeText.read(text).stream().map(range -> new Range(range.first(), range.last(), null)).toList();
    }

    private static String written(List<Range> ranges) {
        return RangeText.written(ranges.stream().map(range -> new RangeText(range.first(), range.last())).toList());
    }

    public List<String> getProfiles() {
        return profiles;
    }

    public String getProfile() {
        return profile;
    }

    public boolean isEnforce() {
        return enforce;
    }

    public void setEnforce(boolean enforce) {
        this.enforce = enforce;
    }

    public @Nullable Integer getMaxConnectionDays() {
        return maxConnectionDays;
    }

    public void setMaxConnectionDays(@Nullable Integer maxConnectionDays) {
        this.maxConnectionDays = maxConnectionDays;
    }

    public int getMaxTokenMinutes() {
        return maxTokenMinutes;
    }

    public void setMaxTokenMinutes(int maxTokenMinutes) {
        this.maxTokenMinutes = maxTokenMinutes;
    }

    public String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(@Nullable String timeZone) {
        this.timeZone = text(timeZone);
    }

    public boolean isEndWithPassword() {
        return endWithPassword;
    }

    public void setEndWithPassword(boolean endWithPassword) {
        this.endWithPassword = endWithPassword;
    }

    public String getTrusted() {
        return trusted;
    }

    public void setTrusted(@Nullable String trusted) {
        this.trusted = text(trusted);
    }

    public String getRanges() {
        return ranges;
    }

    public void setRanges(@Nullable String ranges) {
        this.ranges = text(ranges);
    }

    public String getHours() {
        return hours;
    }

    public void setHours(@Nullable String hours) {
        this.hours = text(hours);
    }

    public boolean isSecondFactor() {
        return secondFactor;
    }

    public void setSecondFactor(boolean secondFactor) {
        this.secondFactor = secondFactor;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
