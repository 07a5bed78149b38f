package tallyfold.project;

import org.jspecify.annotations.Nullable;

/**
 * What {@link ScheduleRule} looks at.
 *
 * @param resting why nobody works on the project, in words; empty while somebody does
 * @param passedPercent how much of the time between first and last day has passed, 0 to 100; null unless both are known
 * @param closedPercent how much of the counted items is closed, 0 to 100; null without such items
 * @param daysOverFinish whole days since the last day, 0 while it has not passed or is not known
 * @param open items that are neither completed nor removed
 * @param late how many of these are past their date
 * @param keyDatesAtRisk key dates missed by up to {@link KeyDate#CRITICAL_AFTER} days
 * @param keyDatesCritical key dates missed by more
 */
public record ScheduleFacts(
        String resting,
        @Nullable Integer passedPercent,
        @Nullable Integer closedPercent,
        long daysOverFinish,
        long open,
        long late,
        long keyDatesAtRisk,
        long keyDatesCritical) {}
