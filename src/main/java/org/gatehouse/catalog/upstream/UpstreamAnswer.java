package org.gatehouse.catalog.upstream;

/**
 * What a service answered, in full.
 *
 * @param contentType empty if it did not say
 * @param body empty for an answer without one
 */
@SuppressWarnings("ArrayRecordComponent") // Made for one reader, and never compared.
record UpstreamAnswer(int status, String contentType, byte[] body) {
    boolean succeeded() {
        return status / 100 == 2;
    }
}
