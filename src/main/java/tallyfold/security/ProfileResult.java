package tallyfold.security;

import java.time.Instant;

/** What became of a change to one's own account. */
public sealed interface ProfileResult {

    record Saved() implements ProfileResult {}

    /** The account was changed elsewhere meanwhile; look again before overwriting. */
    record Outdated() implements ProfileResult {}

    record DisplayNameUnusable() implements ProfileResult {}

    record EmailUnusable() implements ProfileResult {}

    /** The current password is not the one that was typed. */
    record WrongPassword() implements ProfileResult {}

    /** Too many wrong passwords; the next one is looked at from then on. */
    record Blocked(Instant until) implements ProfileResult {}

    /**
     * The new password is refused.
     *
     * @param textKey of the reason
     */
    record WeakPassword(String textKey, int limit) implements ProfileResult {}
}
