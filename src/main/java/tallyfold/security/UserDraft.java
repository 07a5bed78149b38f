package tallyfold.security;

/**
 * What is said about a user, new or changed.
 *
 * @param name sign-in name; does not count in a change
 * @param displayName the name people read; blank for the sign-in name
 * @param email for notifications; blank for none, and for a new user the sign-in name if that is an address
 */
public record UserDraft(String name, String displayName, String email, Role role) {}
