package tallyfold.portfolio;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.progress.ProgressService;
import tallyfold.progress.ProjectFigures;
import tallyfold.project.KeyDate;
import tallyfold.project.KeyDateService;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ScheduleFacts;
import tallyfold.project.ScheduleRule;
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
        ScheduleFacts facts = facts(project, start, finish, progress.figures(project.id()), keyDates, today);
        return new Standing(statuses.statuses(project), ScheduleRule.judge(facts), keyDates);
    }

    /** Own key dates, ends of iterations and dated epics, by day; see {@link DerivedKeyDates} for which. */
    public List<KeyDate> keyDates(ProjectId project) {
        return keyDates(project, today());
    }

    private List<KeyDate> keyDates(ProjectId project, LocalDate today) {
        Stream<KeyDate> own = dates.list(project).stream()
                .map(date -> KeyDate.of(date.name(), date.day(), date.done(), KeyDate.Source.OWN, today));
        Stream<KeyDate> iterations =
                progress.iterations(project).stream().flatMap(link -> DerivedKeyDates.ends(link, today).stream());
        Stream<KeyDate> epics = DerivedKeyDates.epics(progress.schedule(project).dated(), today).stream();
        return Stream.of(own, iterations, epics)
                .flatMap(each -> each)
                .distinct()
                .sorted(KeyDate.ORDER)
                .toList();
    }

    private static ScheduleFacts facts(
            Project project,
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            ProjectFigures figures,
            List<KeyDate> keyDates,
            LocalDate today) {
        long open = figures.all().entrySet().stream()
                .filter(count -> count.getKey() != StateCategory.COMPLETED && count.getKey() != StateCategory.REMOVED)
                .mapToLong(count -> count.getValue())
                .sum();
        return new ScheduleFacts(
                project.status().resting(),
                passed(start, finish, today),
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
