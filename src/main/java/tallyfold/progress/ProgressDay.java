package tallyfold.progress;

import java.time.LocalDate;

/**
 * How far a project was at the end of a day.
 *
 * @param items counted ones
 * @param closed how many of them weighed 100
 * @param percent progress by the weights of that day, 0 to 100
 */
public record ProgressDay(LocalDate day, long items, long closed, int percent) {}
