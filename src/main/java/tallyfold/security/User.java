package tallyfold.security;

/**
 * A person who may sign in.
 *
 * @param name sign-in name, unique without regard to case
 */
public record User(UserId id, String name, String displayName, Role role, boolean enabled) {}
