package org.gatehouse.platform.network;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import inet.ipaddr.IPAddressString;
import java.util.Optional;

/** The addresses from a first to a last one, both included and of one family. */
public final class AddressRange {
    private final IPAddressSeqRange range;

    private AddressRange(IPAddressSeqRange range) {
        this.range = range;
    }

    /**
     * The range between two addresses.
     *
     * @throws IllegalArgumentException with a message for the administrator if one is no full address, if they are of two families, or if the
     *     first comes after the last
     */
    public static AddressRange of(String first, String last) {
        IPAddress from = address(first);
        IPAddress to = address(last);
        if (from.isIPv4() != to.isIPv4()) {
            throw new IllegalArgumentException("An address range is of one family: " + from + " and " + to + " are IPv4 and IPv6.");
        }
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("An address range starts with its lowest address: " + from + " comes after " + to + ".");
        }
        return new AddressRange(from.spanWithRange(to));
    }

    /**
     * One address, a first and a last one with a hyphen between them, or a block in CIDR notation (RFC 4632 section 3.1).
     *
     * @throws IllegalArgumentException with a message for the administrator if it is none of these
     */
    public static AddressRange parse(String text) {
        int hyphen = text.indexOf('-');
        if (hyphen >= 0) {
            return of(text.substring(0, hyphen).strip(), text.substring(hyphen + 1).strip());
        }
        int slash = text.indexOf('/');
        return slash < 0 ? of(text, text) : block(text.substring(0, slash), text.substring(slash + 1), text);
    }

    private static AddressRange block(String address, String bits, String text) {
        IPAddress base = address(address);
        Integer length = bits.matches("[0-9]{1,3}") ? Integer.valueOf(bits) : null;
        if (length == null || length > base.getBitCount()) {
            throw new IllegalArgumentException("Not a block of addresses: " + text + ". Write for example 10.0.0.0/8.");
        }
        IPAddress block = new IPAddressString(base + "/" + length).getAddress().toPrefixBlock();
        return new AddressRange(block.getLower().withoutPrefixLength().spanWithRange(block.getUpper().withoutPrefixLength()));
    }

    private static IPAddress address(String text) {
        return ClientAddress.strict(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Not an IP address: " + text + ". Write all four numbers, or the full or shortened IPv6 form without a zone."));
    }

    /** Whether the address lies in the range. An unknown one never does. */
    public boolean contains(ClientAddress address) {
        Optional<IPAddress> known = address.address();
        return known.isPresent() && known.get().isIPv4() == range.getLower().isIPv4() && range.contains(known.get());
    }

    /** The lowest address in its one spelling. */
    public String first() {
        return range.getLower().toCanonicalString();
    }

    /** The highest address in its one spelling. */
    public String last() {
        return range.getUpper().toCanonicalString();
    }

    @Override
    public String toString() {
        return first() + "-" + last();
    }
}
