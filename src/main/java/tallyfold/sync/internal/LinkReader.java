package tallyfold.sync.internal;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteStructure;
import tallyfold.provider.StateCategory;

/**
 * Reads one link from the network: structure, then the ids of its items, then the items in batches. Runs on virtual threads
 * and hands everything to the writing thread through a bounded queue.
 */
final class LinkReader implements Runnable {

    private final LinkLoad load;
    private final ProviderSession session;
    private final FetchGate gate;
    private final BlockingQueue<Message> out;
    private final RemoteProjectId project;
    private final BatchReader batches;
    private volatile @Nullable StateCatalog catalog;
    private boolean structureReadAgain;

    LinkReader(LinkLoad load, ProviderSession session, FetchGate gate, BlockingQueue<Message> out) {
        this.load = load;
        this.session = session;
        this.gate = gate;
        this.out = out;
        this.project = load.lease().link().remoteProject();
        this.batches = new BatchReader(session);
    }

    @Override
    public void run() {
        reported(() -> {
            catalog = readStructure();
            long[] ids = readIds();
            int from = firstAfter(ids, load.lease().afterId());
            int size = session.batchSize();
            int pages = (ids.length - from + size - 1) / size;
            load.list(ids);
            out.put(new Message.Listed(load, pages));
            for (int index = 0; index < pages; index++) {
                load.window().acquire();
                int start = from + index * size;
                List<Long> batch = LongStream.of(Arrays.copyOfRange(ids, start, Math.min(start + size, ids.length)))
                        .boxed()
                        .toList();
                int page = index;
                load.threads().execute(() -> reported(() -> readBatch(page, batch)));
            }
        });
    }

    private void readBatch(int index, List<Long> ids) throws InterruptedException {
        BatchReader.Answer answer = asking(() -> batches.read(ids));
        Categories categories = new Categories(this::category);
        out.put(new Message.PageRead(load, categories.page(index, ids, answer)));
    }

    private StateCatalog readStructure() throws InterruptedException {
        RemoteStructure structure = asking(() -> session.structure(project));
        out.put(new Message.StructureRead(load, structure));
        return StateCatalog.of(structure);
    }

    /** All ids; a list that does not ascend would never end and is refused. */
    private long[] readIds() throws InterruptedException {
        LongStream.Builder ids = LongStream.builder();
        long after = 0;
        boolean more = true;
        while (more) {
            long from = after;
            RemotePage<Long> page = asking(() -> session.workItemIds(project, from));
            for (long id : page.items()) {
                if (id <= after) {
                    throw new ProviderException(new ProviderFailure.UnexpectedAnswer(
                            ProviderFailure.UnexpectedAnswer.Oddity.REPEATED_PAGE, 200));
                }
                ids.add(id);
                after = id;
            }
            more = page.continuation() != null && after > from;
        }
        return ids.build().toArray();
    }

    private static int firstAfter(long[] ids, long after) {
        int found = Arrays.binarySearch(ids, after);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** What a state means; a state nobody has heard of has the structure read once more. */
    private Optional<StateCategory> category(String type, String state) {
        StateCatalog known = catalog;
        Optional<StateCategory> category = known == null ? Optional.empty() : known.category(type, state);
        if (category.isPresent()) {
            return category;
        }
        return freshCatalog().category(type, state);
    }

    private synchronized StateCatalog freshCatalog() {
        StateCatalog known = catalog;
        if (structureReadAgain && known != null) {
            return known;
        }
        structureReadAgain = true;
        try {
            StateCatalog fresh = readStructure();
            catalog = fresh;
            return fresh;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadingInterruptedException();
        }
    }

    private <T> T asking(Question<T> question) throws InterruptedException {
        gate.enter();
        try {
            return question.ask();
        } finally {
            gate.leave(session.cost());
        }
    }

    /** Runs a part of the reading and tells the writing thread how it failed, if it did. */
    private void reported(Step step) {
        try {
            try {
                step.run();
            } catch (ProviderException e) {
                out.put(new Message.Refused(load, e.failure()));
            } catch (ReadingInterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                out.put(new Message.Broken(load, e));
            }
        } catch (InterruptedException _) {
            // The load was stopped; nobody waits for what this thread had.
            Thread.currentThread().interrupt();
        }
    }

    private interface Question<T> {
        T ask() throws InterruptedException;
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    /** An interrupt on its way through code that cannot declare it. */
    private static final class ReadingInterruptedException extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        ReadingInterruptedException() {
            super("Reading was interrupted", null, false, false);
        }
    }
}
