package tallyfold.portfolio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ScheduleSource;

class ProjectDatesTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 6);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 7);

    private static ProjectDates dates(
            ScheduleSource schedule,
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            @Nullable LocalDate foundStart,
            @Nullable LocalDate foundFinish) {
        ProjectId id = new ProjectId(UUID.randomUUID());
        return ProjectDates.of(
                new Project(id, "Shop", "", start, finish, schedule, ImportSamples.NOW, 1), foundStart, foundFinish);
    }

    @Test
    void takesWhatWasEnteredForAScheduleOfItsOwn() {
        assertThat(dates(ScheduleSource.OWN, MAY, JULY, MARCH, SEPTEMBER))
                .isEqualTo(new ProjectDates(MAY, JULY, false));
    }

    @Test
    void takesWhatWasFoundForALinkedSchedule() {
        assertThat(dates(ScheduleSource.LINKED, MAY, JULY, MARCH, SEPTEMBER))
                .isEqualTo(new ProjectDates(MARCH, SEPTEMBER, true));
    }

    @Test
    void takesWhatWasEnteredWhereNothingWasFound() {
        assertThat(dates(ScheduleSource.LINKED, MAY, JULY, null, null)).isEqualTo(new ProjectDates(MAY, JULY, false));
        assertThat(dates(ScheduleSource.LINKED, MAY, JULY, MARCH, null)).isEqualTo(new ProjectDates(MARCH, JULY, true));
    }

    @Test
    void takesWhatWasFoundWhereNothingWasEntered() {
        assertThat(dates(ScheduleSource.OWN, null, null, MARCH, JULY)).isEqualTo(new ProjectDates(MARCH, JULY, true));
        assertThat(dates(ScheduleSource.OWN, null, JULY, MARCH, null)).isEqualTo(new ProjectDates(MARCH, JULY, true));
    }

    @Test
    void mixesNothingThatWouldEndBeforeItStarts() {
        assertThat(dates(ScheduleSource.OWN, JULY, null, MARCH, MAY)).isEqualTo(new ProjectDates(JULY, null, false));
    }

    @Test
    void knowsWhenThereIsNothing() {
        assertThat(dates(ScheduleSource.LINKED, null, null, null, null).words()).isEqualTo("No dates");
    }
}
