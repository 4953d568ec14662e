package org.gatehouse.identity.external;

import jakarta.inject.Singleton;

/** Is told how every sign-in by an external provider ended: the one place for whatever keeps account of sign-ins. */
@Singleton
public class ExternalSignIns {
    private static final int LONGEST = 200;

    /**
     * Takes note of an outcome.
     *
     * @param clientAddress where the browser is
     */
    public void record(ExternalOutcome outcome, String clientAddress) {
        switch (outcome) {
            case ExternalOutcome.SignedIn(var provider, var user) -> ExternalLog.LOG.signedIn(user.id(), provider, clientAddress);
            case ExternalOutcome.Refused(var provider, var reason, var userId, var detail) ->
                ExternalLog.LOG.refused(printable(provider), clientAddress, reason, userId.orElse("-"), printable(detail));
        }
    }

    /** Text from outside, made safe for one line of a log. */
    private static String printable(String text) {
        return text.codePoints()
                .limit(LONGEST)
                .map(c -> c >= ' ' && c < 0x7f ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
