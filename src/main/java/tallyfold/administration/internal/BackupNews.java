package tallyfold.administration.internal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tallyfold.administration.BackupFailed;
import tallyfold.notification.OperationFailed;

/** Has administrators told of nightly backups that failed; who asks for one by hand sees it fail. */
@Component
class BackupNews {

    private final ApplicationEventPublisher events;

    BackupNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(BackupFailed failed) {
        if (failed.nightly()) {
            events.publishEvent(new OperationFailed(OperationFailed.Operation.BACKUP, failed.reason()));
        }
    }
}
