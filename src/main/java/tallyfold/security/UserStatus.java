package tallyfold.security;

/** Whether somebody can sign in. */
public enum UserStatus {
    /** Has not set a password yet. */
    INVITED,
    ACTIVE,
    DISABLED
}
