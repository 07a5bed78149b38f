package tallyfold.azuredevops.http;

import java.time.Duration;

/**
 * How hard to try for an answer.
 *
 * @param attempts attempts at most, the first one included
 * @param longestWait the longest single wait accepted; a longer one is reported instead
 */
public record Effort(int attempts, Duration longestWait) {

    /** A run in the background has time. */
    public static final Effort BACKGROUND = new Effort(5, RetryAfter.LONGEST);

    /** Somebody waits for a list, or a run has just begun. */
    public static final Effort SHORTLY = new Effort(3, Duration.ofSeconds(30));

    /** Somebody sits in front of the screen. */
    public static final Effort PERSON_WAITS = new Effort(2, Duration.ofSeconds(5));
}
