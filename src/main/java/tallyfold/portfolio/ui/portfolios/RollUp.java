package tallyfold.portfolio.ui.portfolios;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.ProjectDates;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.portfolio.ui.ShownStatus;
import tallyfold.progress.Share;

/**
 * The figures of several projects together: sums over their items, never means of their percents.
 *
 * @param organizations how many different ones they are linked to
 * @param late items past their deadline
 * @param byStatus how many projects stand so; without those where it is none
 * @param start first day of the earliest; null when no day is known
 * @param finish last day of the latest; null likewise
 */
record RollUp(
        int projects,
        int organizations,
        Share share,
        long late,
        Map<ShownStatus, Integer> byStatus,
        @Nullable LocalDate start,
        @Nullable LocalDate finish) {

    RollUp {
        EnumMap<ShownStatus, Integer> copy = new EnumMap<>(ShownStatus.class);
        copy.putAll(byStatus);
        byStatus = copy;
    }

    static RollUp of(Collection<ProjectRow> rows) {
        Share share = Share.NONE;
        long late = 0;
        Set<String> organizations = new HashSet<>();
        Map<ShownStatus, Integer> byStatus = new EnumMap<>(ShownStatus.class);
        @Nullable LocalDate start = null;
        @Nullable LocalDate finish = null;
        for (ProjectRow row : rows) {
            share = share.plus(row.share());
            late += row.figures().late();
            organizations.addAll(row.organizations());
            byStatus.merge(row.status(), 1, Integer::sum);
            ProjectDates dates = row.dates();
            start = earlier(start, dates.start());
            finish = later(finish, dates.finish());
        }
        return new RollUp(rows.size(), organizations.size(), share, late, byStatus, start, finish);
    }

    /** That of the project that stands worst; none without projects. */
    ShownStatus worst() {
        return byStatus.keySet().stream().findFirst().orElse(ShownStatus.NONE);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
