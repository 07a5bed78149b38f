package tallyfold.sync;

import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.context.ApplicationEventPublisher;
import tallyfold.audit.AuditLog;
import tallyfold.sync.internal.SyncSchedule;

/** What is told of a chosen zone. */
class SyncScheduleServiceTest {

    @Test
    void tellsTheZoneInForceOnceItIsStored() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        SyncSchedule schedule = mock(SyncSchedule.class);
        ApplicationEventPublisher events = mock(ApplicationEventPublisher.class);
        when(schedule.zone()).thenReturn(berlin);

        new SyncScheduleService(schedule, mock(AuditLog.class), events).chooseZone(null);

        InOrder order = inOrder(schedule, events);
        order.verify(schedule).chooseZone(null);
        order.verify(events).publishEvent(new ScheduleZoneChosen(berlin));
    }
}
