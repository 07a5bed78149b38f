package tallyfold.security;

/** Somebody who may sign in, as far as others may know. */
public record Colleague(UserId id, String displayName) {}
