package org.gatehouse.permission.recovery;

/**
 * A link that was just made, for the one who asked for it.
 *
 * @param link the whole URL; it is shown this once
 * @param expiresAt until when it is good, in ISO 8601
 */
public record NewLink(String link, String expiresAt) {
    /** Keeps the link out of logs. */
    @Override
    public String toString() {
        return "NewLink[until " + expiresAt + "]";
    }
}
