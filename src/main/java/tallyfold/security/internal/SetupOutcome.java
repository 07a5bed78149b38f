package tallyfold.security.internal;

import java.time.Instant;

/** What became of an attempt to create the first administrator. */
public sealed interface SetupOutcome {

    record Created() implements SetupOutcome {}

    /** The code is wrong, used or too old; which of these is not told. */
    record WrongCode() implements SetupOutcome {}

    record UnusableName() implements SetupOutcome {}

    record WeakPassword(PasswordPolicy.Weakness weakness) implements SetupOutcome {}

    /** Too many wrong codes from this address. */
    record Blocked(Instant until) implements SetupOutcome {}

    /** Somebody else was faster. */
    record TooLate() implements SetupOutcome {}
}
