package org.gatehouse.platform.network;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.platform.configuration.ConfigurationKeys;

/** Finds out which address a request comes from. */
@Singleton
public class ClientAddresses implements ConfigurationKeys {
    static final String TRUSTED_PROXIES = "gatehouse.trusted-proxies";

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final int MOST_HOPS = 32;

    private final AddressRanges trustedProxies;

    /**
     * @param trustedProxies addresses, ranges and blocks of the proxies before this server, parted by commas; empty if there are none
     * @throws IllegalArgumentException if one of them is not what {@link AddressRange#parse} reads
     */
    @Inject
    public ClientAddresses(@ConfigProperty(name = TRUSTED_PROXIES) Optional<String> trustedProxies) {
        this.trustedProxies = new AddressRanges(Arrays.stream(trustedProxies.orElse("").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(AddressRange::parse)
                .toList());
    }

    /** The address that a request comes from. */
    public ClientAddress of(HttpServletRequest request) {
        return resolve(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED_FOR)));
    }

    /**
     * The nearest address that is not one of our proxies. Each proxy adds at the right whom it got the request from; so the list is read from
     * the right, and what stands left of the first stranger is the stranger's own writing.
     *
     * @param peer the address of the connection
     * @param forwardedFor the values of the {@code X-Forwarded-For} headers in their order
     */
    ClientAddress resolve(String peer, List<String> forwardedFor) {
        ClientAddress nearest = ClientAddress.parse(peer).orElse(ClientAddress.UNKNOWN);
        List<String> hops = hops(forwardedFor);
        if (hops.size() > MOST_HOPS && trustedProxies.contains(nearest)) {
            return ClientAddress.UNKNOWN;
        }
        for (int i = hops.size() - 1; i >= 0 && trustedProxies.contains(nearest); i--) {
            nearest = ClientAddress.parse(hops.get(i)).orElse(ClientAddress.UNKNOWN);
        }
        return nearest;
    }

    private static List<String> hops(List<String> headers) {
        List<String> hops = new ArrayList<>();
        headers.forEach(header -> Arrays.stream(header.split(",", -1)).map(String::strip).forEach(hops::add));
        return hops;
    }

    @Override
    public Set<String> keys() {
        return Set.of(TRUSTED_PROXIES);
    }
}
