package tallyfold.progress;

import java.time.LocalDate;

/**
 * How progress has moved.
 *
 * @param points difference in points of percent, -100 to 100
 * @param since the day compared with: seven days ago or the last kept day before, else the oldest kept day
 */
public record Trend(int points, LocalDate since) {}
