package org.gatehouse.platform.configuration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this installation is reached and where it keeps its files. */
@Singleton
public class Deployment implements ConfigurationKeys {
    static final String PUBLIC_URL = "gatehouse.public-url";
    static final String DEMO = "gatehouse.demo";
    static final String HOME = "gatehouse.home";

    private final String publicUrl;
    private final boolean demo;
    private final Path home;

    @Inject
    public Deployment(
            @ConfigProperty(name = PUBLIC_URL, defaultValue = "http://localhost:8080") String publicUrl,
            @ConfigProperty(name = DEMO, defaultValue = "false") boolean demo,
            @ConfigProperty(name = HOME, defaultValue = "${jboss.server.data.dir}/gatehouse") String home) {
        this.publicUrl = checked(publicUrl);
        this.demo = demo;
        this.home = Path.of(home);
    }

    /**
     * The URL that people and clients use, without a trailing slash; also the OAuth issuer. Every absolute URL comes from it, none from a
     * request's Host or forwarded headers.
     */
    public String publicUrl() {
        return publicUrl;
    }

    /** The absolute URL of a path that begins with a slash. */
    public String url(String path) {
        return publicUrl + path;
    }

    /** Whether people reach this installation over TLS. */
    public boolean secure() {
        return publicUrl.startsWith("https://");
    }

    /** Whether the demo organisation, with its public passwords, is installed. */
    public boolean demo() {
        return demo;
    }

    /** The directory of files that are kept outside the database, for example the key that encrypts signing keys. */
    public Path home() {
        return home;
    }

    @Override
    public Set<String> keys() {
        return Set.of(PUBLIC_URL, DEMO, HOME);
    }

    private static String checked(String text) {
        URI url = URI.create(text);
        boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        boolean bare = url.getRawPath().isEmpty() && url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
        if (!http || url.getHost() == null || !bare) {
            throw new IllegalArgumentException(PUBLIC_URL + " must be an http or https URL of scheme, host and port only, without a trailing slash; it is: " + text);
        }
        return text;
    }
}
