package org.gatehouse.oauth.management;

import java.util.List;

/** What an operator sees and does over JMX to the keys that sign access tokens, under {@code org.gatehouse:type=SigningKeys}. */
public interface SigningKeysMXBean {
    /** The ids of the published keys. */
    List<String> getKeyIds();

    /** Publishes the next key; it signs after the lead. */
    void rotate();

    /** Removes a key at once, with every token that it signed. */
    void remove(String keyId);
}
