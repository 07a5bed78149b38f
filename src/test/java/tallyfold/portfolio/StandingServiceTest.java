package tallyfold.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tallyfold.progress.ProgressService;
import tallyfold.progress.ProjectFigures;
import tallyfold.progress.ProjectSchedule;
import tallyfold.progress.Share;
import tallyfold.project.KeyDate;
import tallyfold.project.KeyDateId;
import tallyfold.project.KeyDateService;
import tallyfold.project.OverallStatus;
import tallyfold.project.OwnKeyDate;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectStatuses;
import tallyfold.project.ScheduleSource;
import tallyfold.project.StatusArea;
import tallyfold.project.StatusService;
import tallyfold.provider.StateCategory;
import tallyfold.support.MutableClock;

/** How figures, statuses and key dates come together. */
class StandingServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T23:59:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final StatusService statuses = mock(StatusService.class);
    private final KeyDateService dates = mock(KeyDateService.class);
    private final ProgressService progress = mock(ProgressService.class);
    private final StandingService service = new StandingService(statuses, dates, progress, new MutableClock(NOW));
    private final Project shop =
            new Project(new ProjectId(UUID.randomUUID()), "Shop", "", null, null, ScheduleSource.OWN, Instant.EPOCH, 0);

    private ProjectFigures shown = mock(ProjectFigures.class);

    @BeforeEach
    void answer() {
        said(null);
        when(dates.list(shop.id())).thenReturn(List.of());
        when(progress.iterations(shop.id())).thenReturn(List.of());
        when(progress.schedule(shop.id())).thenReturn(new ProjectSchedule(List.of(), List.of(), List.of(), 0));
        figures(Share.of(StateCategory.COMPLETED, 100, 58).plus(Share.of(StateCategory.PROPOSED, 0, 42)), 0);
    }

    private void said(@Nullable OverallStatus schedule) {
        Map<StatusArea, ProjectStatuses.Entry> entries = new EnumMap<>(StatusArea.class);
        for (StatusArea area : StatusArea.values()) {
            entries.put(
                    area,
                    new ProjectStatuses.Entry(
                            area == StatusArea.SCHEDULE ? schedule : OverallStatus.NONE,
                            schedule == null ? "" : "As said",
                            null,
                            null,
                            null));
        }
        when(statuses.statuses(any())).thenReturn(new ProjectStatuses(shop.id(), entries));
        when(statuses.statusesOf(any())).thenReturn(Map.of(shop.id(), new ProjectStatuses(shop.id(), entries)));
    }

    private void figures(Share total, long late) {
        ProjectFigures figures = mock(ProjectFigures.class);
        when(figures.total()).thenReturn(total);
        when(figures.late()).thenReturn(late);
        when(figures.all())
                .thenReturn(
                        Map.of(StateCategory.PROPOSED, 100L, StateCategory.COMPLETED, 900L, StateCategory.REMOVED, 5L));
        when(progress.figures(shop.id())).thenReturn(figures);
        shown = figures;
    }

    private Standing standing(int from, int to) {
        return service.standing(shop, TODAY.plusDays(from), TODAY.plusDays(to));
    }

    @Test
    void computesTheScheduleFromWhatIsKnownToday() {
        figures(Share.of(StateCategory.COMPLETED, 100, 58).plus(Share.of(StateCategory.PROPOSED, 0, 42)), 6);

        Standing standing = standing(-91, 9);

        assertThat(standing.status(StatusArea.SCHEDULE)).isEqualTo(OverallStatus.AT_RISK);
        assertThat(standing.computed().reasons())
                .containsExactly("91 % of the time has passed, 58 % is closed", "6 late items, 6 % of those open");
    }

    @Test
    void lastsToTheEndOfTheLastDay() {
        assertThat(standing(-100, 0).computed().words()).doesNotContain("finish date");
        assertThat(standing(-100, -1).computed().words()).isEqualTo("The finish date passed 1 day ago, 58 % is closed");
    }

    @Test
    void hasPeopleGoBeforeFigures() {
        said(OverallStatus.ON_TRACK);

        assertThat(standing(-100, -1).status(StatusArea.SCHEDULE)).isEqualTo(OverallStatus.ON_TRACK);
    }

    @Test
    void needsBothDays() {
        assertThat(service.standing(shop, null, null).computed().words())
                .isEqualTo("No start and finish to compare with");
        assertThat(standing(3, 3).computed().status())
                .as("a project of one day")
                .isEqualTo(OverallStatus.NONE);
    }

    private ScheduleStanding listed(int from, int to) {
        clearInvocations(statuses, dates, progress);
        Map<ProjectId, ScheduleStanding> schedules =
                service.schedules(List.of(new PlannedProject(shop, shown, TODAY.plusDays(from), TODAY.plusDays(to))));
        verify(statuses, times(1)).statusesOf(any());
        verify(dates, times(1)).listOf(any());
        verify(progress, times(1)).epicsDue(any());
        verifyNoMoreInteractions(statuses, dates, progress);
        return schedules.getOrDefault(shop.id(), ScheduleStanding.NONE);
    }

    @Test
    void listsSayTheSameAsThePageWithoutAskingForEachProject() {
        figures(Share.of(StateCategory.COMPLETED, 100, 58).plus(Share.of(StateCategory.PROPOSED, 0, 42)), 6);
        Standing page = standing(-91, 9);

        assertThat(listed(-91, 9))
                .isEqualTo(new ScheduleStanding(
                        OverallStatus.AT_RISK, true, page.computed().words()));
        assertThat(service.schedules(List.of())).isEmpty();
    }

    @Test
    void listsMindOwnKeyDatesAndEpics() {
        OwnKeyDate missed =
                new OwnKeyDate(new KeyDateId(UUID.randomUUID()), shop.id(), "Go-live", TODAY.minusDays(2), false, 0);
        when(dates.listOf(any())).thenReturn(Map.of(shop.id(), List.of(missed)));
        when(progress.epicsDue(any())).thenReturn(Map.of(shop.id(), List.of(TODAY.minusDays(1), TODAY)));
        assertThat(listed(-50, 50))
                .isEqualTo(new ScheduleStanding(OverallStatus.AT_RISK, true, "2 key dates are late"));

        when(progress.epicsDue(any())).thenReturn(Map.of(shop.id(), List.of(TODAY.minusDays(11))));
        assertThat(listed(-50, 50).status()).isEqualTo(OverallStatus.OFF_TRACK);
    }

    @Test
    void listsHavePeopleGoBeforeFigures() {
        said(OverallStatus.OFF_TRACK);

        assertThat(listed(-50, 50)).isEqualTo(new ScheduleStanding(OverallStatus.OFF_TRACK, false, "As said"));
    }

    @Test
    void sortsTheWorstFirst() {
        assertThat(Stream.of(OverallStatus.values())
                        .sorted(Comparator.comparingInt(status -> new ScheduleStanding(status, true, "").rank()))
                        .limit(3))
                .containsExactly(OverallStatus.OFF_TRACK, OverallStatus.AT_RISK, OverallStatus.ON_TRACK);
    }

    @Test
    void mindsOwnKeyDates() {
        when(dates.list(shop.id()))
                .thenReturn(List.of(new OwnKeyDate(
                        new KeyDateId(UUID.randomUUID()), shop.id(), "Go-live", TODAY.minusDays(11), false, 0)));

        Standing standing = standing(-50, 50);

        assertThat(standing.keyDates()).extracting(KeyDate::status).containsExactly(KeyDate.Status.CRITICAL);
        assertThat(standing.status(StatusArea.SCHEDULE)).isEqualTo(OverallStatus.OFF_TRACK);
        assertThat(service.keyDates(shop.id())).isEqualTo(standing.keyDates());
    }
}
