package tallyfold.security;

import java.time.Instant;

/**
 * One browser that somebody is signed in with.
 *
 * @param lastUsed to the minute or so
 * @param address where its last sign-in came from
 * @param browser family and system, for example "Firefox on Windows"
 * @param own whether it is the one that asks
 */
public record UserSession(SessionId id, Instant since, Instant lastUsed, String address, String browser, boolean own) {}
