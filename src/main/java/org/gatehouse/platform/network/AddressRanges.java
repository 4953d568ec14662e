package org.gatehouse.platform.network;

import java.util.List;

/** Any number of address ranges. */
public record AddressRanges(List<AddressRange> ranges) {
    /** No range. Whether that means everywhere or nowhere is for the policy that holds it to say. */
    public static final AddressRanges NONE = new AddressRanges(List.of());

    public AddressRanges {
        ranges = List.copyOf(ranges);
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** Whether the address lies in one of them. */
    public boolean contains(ClientAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
