package tallyfold.security;

/** What became of an invitation. */
public sealed interface InviteResult {

    /** The user is there and waits for the link to be used. */
    record Invited(User user, PasswordLink link) implements InviteResult {}

    record NameTaken() implements InviteResult {}

    record NameUnusable() implements InviteResult {}

    record DisplayNameUnusable() implements InviteResult {}

    record EmailUnusable() implements InviteResult {}
}
