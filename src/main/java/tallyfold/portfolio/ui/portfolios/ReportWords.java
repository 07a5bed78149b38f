package tallyfold.portfolio.ui.portfolios;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.project.KeyDate;
import tallyfold.project.OverallStatus;
import tallyfold.project.OwnKeyDate;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectStatuses;
import tallyfold.project.StatusArea;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** What people said of projects, and the days they entered, as a report has them. */
record ReportWords(Map<ProjectId, ProjectStatuses> statuses, Map<ProjectId, List<OwnKeyDate>> keyDates) {

    /** Something that was said, with the name of what it is about. */
    record Line(String name, String words) {}

    /** What was said of each area of a project; nothing of those of which nobody said anything. */
    List<Line> said(ProjectId project) {
        @Nullable ProjectStatuses of = statuses.get(project);
        return of == null
                ? List.of()
                : Stream.of(StatusArea.values())
                        .flatMap(area -> line(area, of.of(area)).stream())
                        .toList();
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

    /** "Go-live: 1 Dec 2026 (On Track)"; empty when there are none. */
    String days(ProjectId project, LocalDate today) {
        return keyDates.getOrDefault(project, List.of()).stream()
                .map(own -> KeyDate.of(own.name(), own.day(), own.done(), KeyDate.Source.OWN, today))
                .map(date -> Texts.of(
                        "portfolios.report.key-date",
                        date.name(),
                        Times.day(date.day()),
                        date.status().label()))
                .collect(Collectors.joining(", "));
    }
}
