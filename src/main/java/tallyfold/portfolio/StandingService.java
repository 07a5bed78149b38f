package tallyfold.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.progress.ProgressService;
import tallyfold.progress.ProjectFigures;
import tallyfold.project.KeyDate;
import tallyfold.project.KeyDateService;
import tallyfold.project.OverallStatus;
import tallyfold.project.OwnKeyDate;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectStatuses;
import tallyfold.project.ScheduleFacts;
import tallyfold.project.ScheduleRule;
import tallyfold.project.ScheduleVerdict;
import tallyfold.project.StatusArea;
import tallyfold.project.StatusService;
import tallyfold.provider.StateCategory;

/** How projects stand: what people said of them, what follows from their figures, and the days they must keep. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class StandingService {

    private final StatusService statuses;
    private final KeyDateService dates;
    private final ProgressService progress;
    private final Clock clock;

    StandingService(StatusService statuses, KeyDateService dates, ProgressService progress, Clock clock) {
        this.statuses = statuses;
        this.dates = dates;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * How a project stands today.
     *
     * @param start first day of the project as its primary schedule says, null when not known
     * @param finish last day likewise
     */
    public Standing standing(Project project, @Nullable LocalDate start, @Nullable LocalDate finish) {
        LocalDate today = today();
        List<KeyDate> keyDates = keyDates(project.id(), today);
        PlannedProject planned = new PlannedProject(project, progress.figures(project.id()), start, finish);
        ScheduleFacts facts = facts(planned, keyDates, today);
        return new Standing(statuses.statuses(project), ScheduleRule.judge(facts), keyDates);
    }

    /**
     * The schedule statuses of many projects in a fixed number of queries that look at no item. What is late, and when epics are due,
     * is taken as it was kept, see {@link ProjectFigures#asOf()}.
     */
    public Map<ProjectId, ScheduleStanding> schedules(Collection<PlannedProject> planned) {
        LocalDate today = today();
        List<Project> projects = planned.stream().map(PlannedProject::project).toList();
        List<ProjectId> ids = projects.stream().map(Project::id).toList();
        Map<ProjectId, ProjectStatuses> said = statuses.statusesOf(projects);
        Map<ProjectId, List<OwnKeyDate>> own = dates.listOf(ids);
        Map<ProjectId, List<LocalDate>> epics = progress.epicsDue(ids);
        Map<ProjectId, ScheduleStanding> schedules = new HashMap<>();
        for (PlannedProject one : planned) {
            ProjectId id = one.project().id();
            List<KeyDate> keyDates = Stream.concat(
                            own(own.getOrDefault(id, List.of()), today),
                            epics.getOrDefault(id, List.of()).stream()
                                    .map(due -> KeyDate.of("", due, false, KeyDate.Source.EPIC, today)))
                    .toList();
            schedules.put(id, schedule(said.get(id), ScheduleRule.judge(facts(one, keyDates, today))));
        }
        return schedules;
    }

    private static ScheduleStanding schedule(@Nullable ProjectStatuses said, ScheduleVerdict computed) {
        if (said != null) {
            ProjectStatuses.Entry entry = said.of(StatusArea.SCHEDULE);
            OverallStatus status = entry.status();
            if (status != null) {
                return new ScheduleStanding(status, false, entry.note());
            }
        }
        return new ScheduleStanding(computed.status(), true, computed.words());
    }

    /** Own key dates, ends of iterations and dated epics, by day; see {@link DerivedKeyDates} for which. */
    public List<KeyDate> keyDates(ProjectId project) {
        return keyDates(project, today());
    }

    private List<KeyDate> keyDates(ProjectId project, LocalDate today) {
        Stream<KeyDate> own = own(dates.list(project), today);
        // Links to the same source project bring the same iterations.
        Stream<KeyDate> iterations = progress.iterations(project).stream()
                .flatMap(link -> DerivedKeyDates.ends(link, today).stream())
                .distinct();
        Stream<KeyDate> epics = DerivedKeyDates.epics(progress.schedule(project).dated(), today).stream();
        return Stream.of(own, iterations, epics)
                .flatMap(each -> each)
                .sorted(KeyDate.ORDER)
                .toList();
    }

    private static Stream<KeyDate> own(List<OwnKeyDate> dates, LocalDate today) {
        return dates.stream().map(date -> KeyDate.of(date.name(), date.day(), date.done(), KeyDate.Source.OWN, today));
    }

    private static ScheduleFacts facts(PlannedProject planned, List<KeyDate> keyDates, LocalDate today) {
        ProjectFigures figures = planned.figures();
        LocalDate finish = planned.finish();
        long open = figures.all().entrySet().stream()
                .filter(count -> count.getKey() != StateCategory.COMPLETED && count.getKey() != StateCategory.REMOVED)
                .mapToLong(count -> count.getValue())
                .sum();
        return new ScheduleFacts(
                planned.project().status().resting(),
                passed(planned.start(), finish, today),
                figures.total().items() == 0 ? null : figures.total().percent(),
                finish == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(finish, today)),
                open,
                figures.late(),
                count(keyDates, KeyDate.Status.AT_RISK),
                count(keyDates, KeyDate.Status.CRITICAL));
    }

    /** What is left over in past iterations is late already, and is not to count twice. */
    private static long count(List<KeyDate> keyDates, KeyDate.Status status) {
        return keyDates.stream()
                .filter(date -> date.source() != KeyDate.Source.ITERATION && date.status() == status)
                .count();
    }

    private static @Nullable Integer passed(@Nullable LocalDate start, @Nullable LocalDate finish, LocalDate today) {
        if (start == null || finish == null || !start.isBefore(finish)) {
            return null;
        }
        long all = ChronoUnit.DAYS.between(start, finish);
        return Math.clamp(ChronoUnit.DAYS.between(start, today) * 100 / all, 0, 100);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
