package org.gatehouse.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one address: for IPv6 the block of 64 bits that one subscriber has (RFC 6177 section 2), for IPv4 the address. */
final class AddressBlock {
    private static final int NETWORK_BYTES = 8;
    private static final int LONGEST = 80;

    private AddressBlock() {}

    static String of(String clientAddress) {
        if (clientAddress.indexOf(':') < 0) {
            return shortened(clientAddress);
        }
        try {
            // A text with a colon is never looked up in the name service.
            InetAddress address = InetAddress.getByName(clientAddress);
            return address instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64" : address.getHostAddress();
        } catch (UnknownHostException e) {
            return shortened(clientAddress);
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
