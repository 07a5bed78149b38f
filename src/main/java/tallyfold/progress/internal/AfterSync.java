package tallyfold.progress.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tallyfold.sync.SyncRunFinished;

/** Looks through a project's items when a run has ended, so that the next reader finds it done. */
@Component
class AfterSync {

    private static final Logger LOG = LoggerFactory.getLogger(AfterSync.class);

    private final TallyRefresher refresher;

    AfterSync(TallyRefresher refresher) {
        this.refresher = refresher;
    }

    @EventListener
    void on(SyncRunFinished finished) {
        try {
            refresher.refresh(finished.run().project());
        } catch (DataAccessException | TransactionException e) {
            // The run itself went well: the next reader or the next day makes good for it.
            LOG.warn("The figures of a project were not made anew after its sync; they will be when somebody looks", e);
        }
    }
}
