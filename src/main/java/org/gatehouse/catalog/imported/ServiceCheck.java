package org.gatehouse.catalog.imported;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatehouse.catalog.openapi.DescribedOperation;
import org.gatehouse.catalog.openapi.Description;
import org.gatehouse.catalog.upstream.ServiceUrl;
import org.gatehouse.catalog.upstream.UpstreamConfiguration;
import org.gatehouse.platform.configuration.Deployment;
import org.gatehouse.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the settings of a service, with the place of each fault as a JSON pointer. */
final class ServiceCheck {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final Pattern AUDIENCE = Pattern.compile("[!-~]{1,500}");
    private static final int MOST_OPERATIONS = 200;

    /** Where Gatehouse's own resources and doors are. */
    private static final List<String> OWN = List.of("", "/", "/mcp", "/api", "/oauth2");

    private final UpstreamConfiguration upstream;
    private final Deployment deployment;
    private final Violations violations = new Violations();

    ServiceCheck(UpstreamConfiguration upstream, Deployment deployment) {
        this.upstream = upstream;
        this.deployment = deployment;
    }

    void name(@Nullable String name) {
        violations.require(
                name != null && NAME.matcher(name).matches(), "/name", "a name is a small letter and then small letters, digits or dashes, 20 at most; the names of its tools begin with it");
    }

    /** Refuses settings that cannot be used with this description. */
    void check(ServiceSettings settings, Description description) {
        Optional<ServiceUrl> url = ServiceUrl.parse(settings.baseUrl());
        violations.require(url.isPresent(), "/baseUrl", "a base URL is https://host/path without query; http is for services on this machine only");
        url.ifPresent(it -> violations.require(
                upstream.allows(it), "/baseUrl",
                "the operator does not let this server call " + it.authority() + "; that is the setting gatehouse.imported-services.hosts, or private-hosts for the own network"));
        audience(settings.audience());
        violations.require(settings.operations().size() <= MOST_OPERATIONS, "/operations", "at most " + MOST_OPERATIONS + " operations of a service are offered");
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < settings.operations().size(); i++) {
            OfferedOperation offered = settings.operations().get(i);
            violations.require(keys.add(offered.key()), "/operations/" + i, "this operation is there twice");
            operation(offered, description.find(offered.key()), "/operations/" + i);
        }
        violations.refuse();
    }

    private void audience(@Nullable String audience) {
        violations.require(audience != null && AUDIENCE.matcher(audience).matches(), "/audience", "an audience is what the service expects in tokens: 1 to 500 visible characters");
        violations.require(audience == null || !isOwn(audience), "/audience", "a token for this audience would be for Gatehouse itself");
    }

    private boolean isOwn(String audience) {
        return OWN.stream().map(deployment::url).anyMatch(own -> audience.equals(own) || (own.length() > deployment.publicUrl().length() + 1 && audience.startsWith(own + "/")));
    }

    private void operation(OfferedOperation offered, Optional<DescribedOperation> described, String place) {
        if (described.isEmpty()) {
            violations.add(place + "/operation", "there is no operation '" + offered.key() + "' in the description");
            return;
        }
        described.get().problems().forEach(problem -> violations.add(place + "/operation", problem));
        described.get().operation().ifPresent(operation -> violations.require(
                offered.tier() == null || offered.tier().compareTo(operation.method().tier()) >= 0, place + "/tier", "a tier may only be more careful than what the method means"));
    }
}
