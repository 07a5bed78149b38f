package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.sync.SyncWarning;

/**
 * Reads a batch of items. When one of them makes the whole answer unreadable, the batch is halved until it is found; it is
 * then left out and named. How often that may happen in a run is limited: where everything is unreadable, the run fails.
 */
final class BatchReader {

    /** Enough to single out six items from batches of two hundred. */
    private static final int MOST_HALVINGS = 50;

    /** What came of a batch. */
    record Answer(List<RemoteWorkItem> items, List<SyncWarning> warnings) {}

    private final ProviderSession session;
    private final AtomicInteger halvings = new AtomicInteger();

    BatchReader(ProviderSession session) {
        this.session = session;
    }

    Answer read(List<Long> ids) {
        Answer answer = new Answer(new ArrayList<>(ids.size()), new ArrayList<>());
        read(ids, answer);
        return answer;
    }

    private void read(List<Long> ids, Answer answer) {
        try {
            answer.items().addAll(session.workItems(ids));
        } catch (ProviderException e) {
            if (!blamesAnItem(e.failure()) || halvings.incrementAndGet() > MOST_HALVINGS) {
                throw e;
            }
            if (ids.size() == 1) {
                answer.warnings()
                        .add(new SyncWarning(
                                ids.getFirst(), "ITEM_UNREADABLE", e.failure().code()));
                return;
            }
            int middle = ids.size() / 2;
            read(ids.subList(0, middle), answer);
            read(ids.subList(middle, ids.size()), answer);
        }
    }

    private static boolean blamesAnItem(ProviderFailure failure) {
        return switch (failure) {
            case ProviderFailure.UnexpectedAnswer(Oddity reason, int _) ->
                reason == Oddity.MALFORMED || reason == Oddity.TOO_LARGE || reason == Oddity.TRUNCATED;
            case ProviderFailure.NotFound(ProviderFailure.NotFound.What what) ->
                what == ProviderFailure.NotFound.What.WORK_ITEM;
            default -> false;
        };
    }
}
