package tallyfold.provider;

import java.time.Duration;

/**
 * What a session has asked of the source system.
 *
 * @param requests requests sent, repeats included
 * @param waited time spent waiting because the source system asked for it
 */
public record SessionCost(int requests, Duration waited) {}
