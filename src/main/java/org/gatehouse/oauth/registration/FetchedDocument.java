package org.gatehouse.oauth.registration;

import java.time.Duration;

/**
 * A JSON text from outside.
 *
 * @param json its bytes
 * @param lifetime how long it may be used without asking again
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, from the fetch to the parser, and never compared
record FetchedDocument(byte[] json, Duration lifetime) {}
