package tallyfold.security;

/** What became of asking for a new one-time link. */
public sealed interface PasswordLinkResult {

    /** The link before it, if there was one, works no more. */
    record Made(User user, PasswordLink link) implements PasswordLinkResult {}

    /** Nobody has this account any more. */
    record Gone() implements PasswordLinkResult {}

    /** The account is disabled; enable it first. */
    record Disabled() implements PasswordLinkResult {}

    /** The user comes by single sign-on and has no password here. */
    record SingleSignOn() implements PasswordLinkResult {}
}
