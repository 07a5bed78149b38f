package tallyfold.portfolio.ui;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Project;
import tallyfold.project.ScheduleSource;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/**
 * First and last day of a project.
 *
 * @param found whether a day was found in iterations and work items rather than entered
 */
public record ProjectDates(
        @Nullable LocalDate start, @Nullable LocalDate finish, boolean found) {

    static ProjectDates of(Project project) {
        return new ProjectDates(project.start(), project.finish(), false);
    }

    /**
     * As the project's schedule says: what was entered first, or what was found first, each filling what the other does
     * not know.
     */
    static ProjectDates of(Project project, @Nullable LocalDate start, @Nullable LocalDate finish) {
        ProjectDates entered = of(project);
        ProjectDates found = new ProjectDates(start, finish, true);
        return project.schedule() == ScheduleSource.LINKED ? found.filledFrom(entered) : entered.filledFrom(found);
    }

    private ProjectDates filledFrom(ProjectDates other) {
        @Nullable LocalDate first = start == null ? other.start : start;
        @Nullable LocalDate last = finish == null ? other.finish : finish;
        if (first != null && last != null && first.isAfter(last)) {
            // The two do not go together: better one day less than a project that ends before it starts.
            return this;
        }
        boolean anyOwn = start != null || finish != null;
        boolean anyOther = (start == null && first != null) || (finish == null && last != null);
        return new ProjectDates(first, last, (found && anyOwn) || (other.found && anyOther));
    }

    /** "2 Mar 2026 – 18 Dec 2026". */
    public String words() {
        if (finish == null) {
            return start == null ? Texts.of("portfolio.no-dates") : Texts.of("portfolio.from", Times.day(start));
        }
        return start == null
                ? Texts.of("portfolio.until", Times.day(finish))
                : Texts.of("portfolio.from-until", Times.day(start), Times.day(finish));
    }

    /** "25 days remaining"; empty without a last day. */
    public String remaining(LocalDate today) {
        if (finish == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(today, finish);
        return days < 0 ? Texts.of("portfolio.days-over", -days) : Texts.of("portfolio.days-remaining", days);
    }

    /** How much of the time has passed in whole percent, 0 to 100; null unless both days are known and in order. */
    @Nullable
    Integer elapsedPercent(LocalDate today) {
        if (start == null || finish == null || !start.isBefore(finish)) {
            return null;
        }
        long all = ChronoUnit.DAYS.between(start, finish);
        return Math.clamp(ChronoUnit.DAYS.between(start, today) * 100 / all, 0, 100);
    }
}
