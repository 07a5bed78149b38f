package tallyfold.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as administrators see them.
 *
 * @param email for notifications; null when there is none
 * @param lastSignIn null for never
 * @param sessions how many browsers are signed in now, 0 or more
 * @param linkExpires until when the one-time link works; null when there is none
 * @param version to be given back with a change
 * @param singleSignOn comes by the provider: has no password here, and gets the role from there at each sign-in
 */
public record UserRow(
        User user,
        @Nullable String email,
        UserStatus status,
        @Nullable Instant lastSignIn,
        int sessions,
        @Nullable Instant linkExpires,
        int version,
        boolean singleSignOn) {}
