package tallyfold.administration.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tallyfold.support.MutableClock;
import tallyfold.sync.ScheduleZoneChosen;
import tallyfold.sync.ScheduleZoneStore;

/** When the night is. */
class BackupTasksTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    /** Half past two in Tokyo. */
    private static final Instant TOKYOS_NIGHT = Instant.parse("2026-11-23T17:30:00Z");

    private final ScheduleZoneStore zone = mock(ScheduleZoneStore.class);
    private final SchedulerClient scheduler = mock(SchedulerClient.class);

    @BeforeEach
    void utc() {
        when(zone.zone()).thenReturn(ZoneOffset.UTC);
    }

    private BackupTasks tasks(String at) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("scheduler", scheduler);
        return new BackupTasks(
                new BackupSettings("target/backup-tasks-test", at, 14),
                zone,
                beans.getBeanProvider(SchedulerClient.class),
                new MutableClock(NOON));
    }

    @Test
    void goesByTheZoneThatIsInForceWhenTheNextTimeIsWorkedOut() {
        BackupTasks tasks = tasks("02:30");
        assertThat(tasks.schedule().getInitialExecutionTime(NOON)).isEqualTo(Instant.parse("2026-11-24T02:30:00Z"));

        when(zone.zone()).thenReturn(TOKYO);
        assertThat(tasks.schedule().getInitialExecutionTime(NOON)).isEqualTo(TOKYOS_NIGHT);
    }

    @Test
    void isMovedAtOnceWhenAnotherZoneIsChosen() {
        tasks("02:30").on(new ScheduleZoneChosen(TOKYO));
        verify(scheduler).reschedule(BackupTasks.NIGHTLY, TOKYOS_NIGHT);
    }

    @Test
    void isLeftAloneWhileItIsTaken() {
        when(scheduler.reschedule(any(), any()))
                .thenThrow(new TaskInstanceCurrentlyExecutingException("backup-nightly", "recurring"));
        tasks("02:30").on(new ScheduleZoneChosen(TOKYO));
        verify(scheduler).reschedule(any(), any());
    }

    @Test
    void isNotMovedWhenThereIsNone() {
        BackupTasks tasks = tasks("off");
        assertThat(tasks.schedule().isDisabled()).isTrue();
        tasks.on(new ScheduleZoneChosen(TOKYO));
        verify(scheduler, never()).reschedule(any(), any());
    }
}
