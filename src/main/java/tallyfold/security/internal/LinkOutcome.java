package tallyfold.security.internal;

import java.time.Instant;

/** What became of opening or using a one-time link. */
public sealed interface LinkOutcome {

    /**
     * The link can be used.
     *
     * @param invited whether it is for the first password
     */
    record Open(String name, String displayName, boolean invited) implements LinkOutcome {}

    /** The password is set. */
    record Done(String name) implements LinkOutcome {}

    /** The link is unknown, expired or used; which of these is not told. */
    record Unusable() implements LinkOutcome {}

    record WeakPassword(PasswordPolicy.Weakness weakness) implements LinkOutcome {}

    /** Too many links that do not exist from this address. */
    record Blocked(Instant until) implements LinkOutcome {}
}
