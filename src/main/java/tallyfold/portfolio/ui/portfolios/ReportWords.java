package tallyfold.portfolio.ui.portfolios;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ScheduleStanding;
import tallyfold.portfolio.ui.ProjectRow;
import tallyfold.project.KeyDate;
import tallyfold.project.OverallStatus;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectStatuses;
import tallyfold.project.StatusArea;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/**
 * What people said of projects, and the days they must keep, as a report has them.
 *
 * @param keyDates own and derived ones
 */
record ReportWords(Map<ProjectId, ProjectStatuses> statuses, Map<ProjectId, List<KeyDate>> keyDates) {

    /** How far a report looks ahead to days nobody entered. */
    static final int WEEKS = 6;

    /** Something that was said, with the name of what it is about. */
    record Line(String name, String words) {}

    /** What was said of each area of a project, and its schedule; nothing of the others of which nobody said anything. */
    List<Line> said(ProjectRow row) {
        @Nullable ProjectStatuses of = statuses.get(row.project().id());
        return Stream.of(StatusArea.values())
                .flatMap(area -> area == StatusArea.SCHEDULE && row.schedule().automatic()
                        ? Stream.of(computed(row.schedule()))
                        : Stream.ofNullable(of).flatMap(said -> line(area, said.of(area)).stream()))
                .toList();
    }

    private static Line computed(ScheduleStanding schedule) {
        String status =
                Texts.of("portfolios.report.automatic", schedule.status().label());
        return new Line(
                StatusArea.SCHEDULE.label(), schedule.reason().isEmpty() ? status : status + ": " + schedule.reason());
    }

    private static Optional<Line> line(StatusArea area, ProjectStatuses.Entry entry) {
        @Nullable OverallStatus status = entry.status();
        if (status == null || (status == OverallStatus.NONE && entry.note().isEmpty())) {
            return Optional.empty();
        }
        String who = entry.by() == null || entry.at() == null
                ? status.label()
                : Texts.of("portfolios.report.said", status.label(), entry.by(), Times.day(entry.at()));
        return Optional.of(new Line(area.label(), entry.note().isEmpty() ? who : who + ": " + entry.note()));
    }

    /**
     * "Go-live: 1 Dec 2026 (On Track)"; empty when there are none. All that people entered, and of the others those that are late or
     * come in the next {@link #WEEKS} weeks.
     */
    String days(ProjectId project, LocalDate today) {
        return keyDates.getOrDefault(project, List.of()).stream()
                .filter(date -> date.source() == KeyDate.Source.OWN || matters(date, today))
                .map(date -> Texts.of(
                        "portfolios.report.key-date",
                        date.name(),
                        Times.day(date.day()),
                        date.status().label()))
                .collect(Collectors.joining(", "));
    }

    private static boolean matters(KeyDate date, LocalDate today) {
        return !date.day().isAfter(today.plusWeeks(WEEKS))
                && !(date.done() && date.day().isBefore(today));
    }
}
