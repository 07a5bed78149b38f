package tallyfold.sync.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderSession;
import tallyfold.sync.SyncRun;

/**
 * Works off the runs of one connection, several at a time so that their waiting for the network overlaps. This thread is the
 * only one that writes; the links' own threads read and put what they have into a short queue.
 */
final class ConnectionLoad {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLoad.class);

    private static final int QUEUED_PAGES = 8;
    private static final Duration LOOK_FOR_MORE = Duration.ofSeconds(1);

    private final ConnectionId connection;
    private final Asking asking;
    private final Surroundings around;
    private final CostMeter cost;
    private final ChangeFollower follower;
    private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(QUEUED_PAGES);
    private final Map<LinkId, LinkLoad> active = new HashMap<>();
    private final RunLine line = new RunLine();
    private final Semaphore pages = PageWindow.ofConnection();
    private Set<String> wanted = Set.of();
    private Instant looked = Instant.MIN;

    ConnectionLoad(ConnectionId connection, ProviderSession session, Surroundings around) {
        this.connection = connection;
        this.asking = new Asking(session, new FetchGate());
        this.around = around;
        this.cost = new CostMeter(session);
        this.follower = new ChangeFollower(connection, asking, cost, around.feed());
    }

    /** Comes back when nothing is left to do, or when the product shuts down. */
    void run() {
        try {
            while (!around.lifecycle().isStopping()) {
                if (startMore() == 0) {
                    return;
                }
                Message message = queue.poll(SyncProgress.PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                around.progress().flush();
                boolean idle = message == null;
                // Not until it is empty: a quick source would fill it for as long as it takes, and nobody would be
                // heard meanwhile.
                for (int round = 1; message != null; round++) {
                    take(message);
                    storeDue(false);
                    startWaiting();
                    message = round < QUEUED_PAGES ? queue.poll() : null;
                }
                storeDue(idle);
            }
            interruptAll();
        } catch (ProviderException e) {
            giveUp(e.failure());
        } catch (InterruptedException _) {
            interruptAll();
            Thread.currentThread().interrupt();
        } finally {
            active.values().forEach(LinkLoad::stop);
        }
    }

    /** Serves waiting runs from the feed and starts others while there is room; says how many links are being read. */
    private int startMore() throws InterruptedException {
        boolean due = around.clock().instant().isAfter(looked.plus(LOOK_FOR_MORE));
        if (due) {
            look();
        }
        startWaiting();
        if (active.isEmpty() && !due) {
            look();
            startWaiting();
        }
        return active.size();
    }

    private void look() throws InterruptedException {
        looked = around.clock().instant();
        // First, so that a run that was asked for because of a new field finds it asked for.
        wanted = around.fields().wanted(connection);
        asking.session().askAlso(wanted);
        List<SyncRun> wanted = around.ends().goingOn(around.runs().unfinished(connection), this::leave);
        line.replace(follower.serve(wanted, active));
    }

    private void startWaiting() {
        for (Optional<SyncRun> next = next(); next.isPresent(); next = next()) {
            start(next.get());
        }
    }

    private Optional<SyncRun> next() {
        return line.next(active.size(), active::containsKey);
    }

    private void start(SyncRun run) {
        Optional<Link> link = around.links().find(run.link()).filter(found -> found.detached() == null);
        if (link.isEmpty()) {
            around.applier().cancel(run);
            around.ends().told(run.id());
            return;
        }
        around.applier().begin(run, link.get()).ifPresent(lease -> {
            LinkLoad load = new LinkLoad(lease, pages);
            active.put(run.link(), load);
            around.progress().turned(run.id());
            load.threads().execute(new LinkReader(load, asking, queue));
        });
    }

    private void take(Message message) {
        LinkLoad load = message.load();
        LinkId link = load.lease().link().id();
        if (active.get(link) != load) {
            return;
        }
        guarded(load, () -> {
            switch (message) {
                case Message.StructureRead read ->
                    around.structures().structure(load.lease(), read.structure(), cost.take());
                case Message.ForeignTypesRead read ->
                    around.structures().foreignTypes(load.lease(), read.types(), cost.take());
                case Message.Described read -> describe(load, read);
                case Message.PageRead read -> load.keep(read.page());
                case Message.GoneRead read -> complete(load, read.gone().without(load.leftToFeed()));
                case Message.Refused refused -> refuse(load, refused.failure());
                case Message.Broken broken -> broken(load, broken.cause());
            }
        });
    }

    private void describe(LinkLoad load, Message.Described read) {
        line.answered();
        load.keepUnreadable(read.unreadable());
        around.structures().describe(load.lease(), read, cost.take());
        if (!read.failed()) {
            load.expect(read.pages());
            around.progress().counted(load.lease().run());
        }
    }

    /** Stores what makes a whole transaction, and whatever is there while nothing else is to do. */
    private void storeDue(boolean idle) {
        for (LinkLoad load : List.copyOf(active.values())) {
            guarded(load, () -> {
                List<ReadPage> due = idle || load.isWorthStoring() ? load.due() : List.of();
                while (!due.isEmpty()) {
                    around.applier().apply(load.lease(), due, cost.take());
                    load.window().leave(due.size());
                    around.progress().counted(load.lease().run());
                    due = idle || load.isWorthStoring() ? load.due() : List.of();
                }
                if (load.complete()) {
                    settle(load);
                }
            });
        }
    }

    /**
     * Ends a link whose pages are all stored. What is shown and not listed is asked for first; where a part could not be
     * read there are fewer answers than questions, and everything stays.
     */
    private void settle(LinkLoad load) {
        if (!wanted.isEmpty()) {
            around.applier().noteMissingFields(load.lease(), asking.session().missingFields());
        }
        long[] missing = around.applier().settle(load.lease(), load.listed(), load.unreadable(), cost.take());
        if (missing.length == 0) {
            end(load);
        } else {
            load.settle();
            load.threads().execute(new GoneReader(load, asking, queue, missing));
        }
    }

    private void complete(LinkLoad load, Gone gone) {
        around.applier().complete(load.lease(), load.listed().length, gone, load.unreadable(), cost.take());
        end(load);
    }

    private void end(LinkLoad load) {
        leave(load);
        around.ends().told(load.lease().run());
        around.ends().worked(connection);
    }

    /** Keeps what goes wrong with one link from the others. */
    private void guarded(LinkLoad load, Runnable work) {
        try {
            Patiently.write(work);
        } catch (StaleLeaseException _) {
            LOG.info("Run {} was taken over", load.lease().run().value());
            leave(load);
        } catch (RuntimeException e) {
            broken(load, e);
        }
    }

    private void broken(LinkLoad load, RuntimeException cause) {
        LOG.error("Run {} failed", load.lease().run().value(), cause);
        fail(load, "INTERNAL", cause.getClass().getSimpleName());
    }

    private void refuse(LinkLoad load, ProviderFailure failure) {
        fail(load, failure.code(), failure.detail());
        if (RunEnd.concernsConnection(failure)) {
            giveUp(failure);
        } else {
            around.ends().refused(connection, failure);
        }
    }

    private void giveUp(ProviderFailure failure) {
        List.copyOf(active.values()).forEach(other -> fail(other, failure.code(), failure.detail()));
        around.ends().refused(connection, failure);
        around.ends().failWaiting(connection, failure);
    }

    private void fail(LinkLoad load, String code, String detail) {
        leave(load);
        try {
            around.applier().fail(load.lease(), code, detail, cost.take());
            around.ends().told(load.lease().run());
        } catch (StaleLeaseException _) {
            LOG.info("Run {} was taken over", load.lease().run().value());
        }
    }

    private void leave(SyncRun run) {
        LinkLoad load = active.get(run.link());
        if (load != null && load.lease().run().equals(run.id())) {
            leave(load);
        }
    }

    private void leave(LinkLoad load) {
        load.stop();
        active.remove(load.lease().link().id());
    }

    private void interruptAll() {
        boolean interrupted = Thread.interrupted();
        for (LinkLoad load : new ArrayList<>(active.values())) {
            leave(load);
            try {
                around.applier().interrupt(load.lease(), cost.take());
                around.progress().turned(load.lease().run());
            } catch (RuntimeException e) {
                LOG.warn(
                        "Run {} could not be marked as interrupted; it goes on all the same",
                        load.lease().run().value(),
                        e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
