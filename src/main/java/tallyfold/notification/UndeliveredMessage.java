package tallyfold.notification;

import java.time.Instant;

/**
 * A message that did not get through so far.
 *
 * @param givenUp whether nobody tries any more
 * @param attempts how often it was tried, 1 or more
 * @param occurred when happened what it tells
 * @param problem what stood in the way at the last try
 */
public record UndeliveredMessage(boolean givenUp, int attempts, Instant occurred, String problem) {}
