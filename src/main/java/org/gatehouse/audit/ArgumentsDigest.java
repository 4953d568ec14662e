package org.gatehouse.audit;

import java.util.List;

/**
 * A tool's arguments as the log keeps them: it tells which there were and whether two calls had the same, and no values. Values are records'
 * contents, and whoever reads the log need not be permitted to read those.
 *
 * @param names the names of the arguments, in order
 * @param digest a keyed digest of names and values, in hexadecimal
 */
public record ArgumentsDigest(List<String> names, String digest) {
    public ArgumentsDigest {
        names = List.copyOf(names);
    }
}
