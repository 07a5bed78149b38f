package tallyfold.notification.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionReady;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.OperationFailed;
import tallyfold.notification.Severity;
import tallyfold.sync.SyncRunFinished;
import tallyfold.sync.SyncRunStatus;

/** Hears of what happens between two looks. What is lost here is found by the next look. */
@Component
class NewsListener {

    private static final Logger log = LoggerFactory.getLogger(NewsListener.class);

    /** The only instance, so that many events make one look. */
    private static final String ONE = "one";

    private static final long LATER_SECONDS = 30;

    private final Announcer announcer;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final TransactionTemplate noTransaction;
    private final Clock clock;

    NewsListener(
            Announcer announcer,
            ObjectProvider<SchedulerClient> scheduler,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.announcer = announcer;
        this.scheduler = scheduler;
        this.noTransaction = new TransactionTemplate(transactions);
        this.noTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
    }

    @EventListener
    void on(ConnectionReady ready) {
        lookSoon();
    }

    /** Only a refusal is worth a look out of turn: what merely fails is told after an hour. */
    @EventListener
    void on(SyncRunFinished finished) {
        String code = finished.run().failureCode();
        if (finished.run().status() == SyncRunStatus.FAILED
                && code != null
                && (code.startsWith("TOKEN_REJECTED")
                        || code.startsWith("POLICY_BLOCKED")
                        || code.equals("SCOPE_MISSING"))) {
            lookSoon();
        }
    }

    /** Never throws: what failed may have failed for a full disk, and its own words must get through. */
    @EventListener
    void on(OperationFailed failed) {
        try {
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            switch (failed.operation()) {
                case BACKUP ->
                    announcer.tell(new Occasion(
                            NotificationKind.BACKUP_FAILED,
                            failed.operation().name(),
                            at.toString(),
                            Severity.CRITICAL,
                            Map.of(Facts.REASON, failed.reason()),
                            null));
            }
        } catch (RuntimeException e) {
            log.error("A failed operation could not be told", e);
        }
    }

    private void lookSoon() {
        SchedulerClient client = scheduler.getIfAvailable();
        if (client == null) {
            return;
        }
        try {
            noTransaction.executeWithoutResult(_ -> client.scheduleIfNotExists(
                    NotificationTasks.LOOK_NOW.instance(ONE).build(),
                    clock.instant().plusSeconds(LATER_SECONDS)));
        } catch (RuntimeException e) {
            log.warn("A look out of turn could not be scheduled; the next one comes by itself", e);
        }
    }
}
