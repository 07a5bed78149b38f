package tallyfold.sync.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunId;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncTrigger;

/**
 * The waiting runs. What is to be done stands in {@code sync_run}; db-scheduler holds at most one execution for each
 * connection, which works off whatever waits there.
 */
@Component
public class SyncQueue {

    /** The order in which the feed locks them. */
    private static final Comparator<LinkId> ORDER =
            Comparator.comparing(link -> link.value().toString());

    private final SyncRunRepository runs;
    private final FedLinkRepository fed;
    private final SyncProgress progress;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final TransactionTemplate ownTransaction;
    private final TransactionTemplate noTransaction;
    private final Clock clock;

    SyncQueue(
            SyncRunRepository runs,
            FedLinkRepository fed,
            SyncProgress progress,
            ObjectProvider<SchedulerClient> scheduler,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.fed = fed;
        this.progress = progress;
        this.scheduler = scheduler;
        this.ownTransaction = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.noTransaction = template(transactions, TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
    }

    private static TransactionTemplate template(PlatformTransactionManager transactions, int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }

    /**
     * Has links read. A link that waits already is not queued twice; one that is being read is queued behind itself only
     * when a person asks, who may know of a change that the reading has passed already.
     */
    public void enqueue(Collection<Link> links, SyncTrigger trigger, @Nullable String requestedBy) {
        Map<LinkId, Link> wanted = new LinkedHashMap<>();
        links.forEach(link -> wanted.put(link.id(), link));
        List<SyncRun> made = Objects.requireNonNull(ownTransaction.execute(_ -> {
            runs.unfinishedOf(wanted.keySet()).stream()
                    .filter(run -> !trigger.byHand() || run.status() == SyncRunStatus.WAITING)
                    .forEach(run -> wanted.remove(run.link()));
            return insert(wanted.values(), trigger, requestedBy);
        }));
        made.forEach(progress::turned);
        links.stream().map(Link::connection).distinct().forEach(this::wake);
    }

    private List<SyncRun> insert(Collection<Link> links, SyncTrigger trigger, @Nullable String requestedBy) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<SyncRun> waiting = links.stream()
                .map(link -> waiting(link, trigger, requestedBy, now))
                .toList();
        runs.insert(waiting);
        return waiting;
    }

    private static SyncRun waiting(Link link, SyncTrigger trigger, @Nullable String requestedBy, Instant now) {
        return new SyncRun(
                new SyncRunId(UUID.randomUUID()),
                link.id(),
                link.project(),
                link.connection(),
                trigger,
                requestedBy,
                SyncRunStatus.WAITING,
                now,
                null,
                null,
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                Duration.ZERO,
                null,
                null,
                null);
    }

    /** Has links read as a whole, whatever the feed knows of them. Otherwise as {@link #enqueue}. */
    public void enqueueFull(Collection<Link> links, @Nullable String requestedBy) {
        ownTransaction.executeWithoutResult(
                _ -> fed.remove(links.stream().map(Link::id).sorted(ORDER).toList()));
        enqueue(links, SyncTrigger.FULL, requestedBy);
    }

    /**
     * Takes back waiting runs, and has running ones end at their next page.
     *
     * @return how many
     */
    public int cancel(Collection<LinkId> links, String by) {
        List<SyncRun> stopped = Objects.requireNonNull(ownTransaction.execute(_ -> runs.unfinishedOf(links).stream()
                .filter(run -> runs.cancel(run.id(), clock.instant(), by) || runs.askToStop(run.id(), by))
                .toList()));
        stopped.forEach(run -> progress.turned(run.id()));
        // Nobody may be working on what a killed process left behind as running.
        stopped.stream().map(SyncRun::connection).distinct().forEach(this::wake);
        return stopped.size();
    }

    /** Takes back waiting runs; says how many. */
    public int cancelWaiting(Collection<LinkId> links, @Nullable String by) {
        List<SyncRunId> cancelled = Objects.requireNonNull(ownTransaction.execute(_ -> runs.unfinishedOf(links).stream()
                .filter(run -> run.status() == SyncRunStatus.WAITING)
                .map(SyncRun::id)
                .filter(run -> runs.cancel(run, clock.instant(), by))
                .toList()));
        cancelled.forEach(progress::turned);
        return cancelled.size();
    }

    /** Makes sure that somebody works on a connection. Never part of a transaction: db-scheduler must see it at once. */
    void wake(ConnectionId connection) {
        SchedulerClient client = scheduler.getIfAvailable();
        if (client != null) {
            noTransaction.executeWithoutResult(_ -> client.scheduleIfNotExists(
                    SyncTasks.CONNECTION.instance(connection.value().toString()).build(), clock.instant()));
        }
    }

    /** Makes sure that somebody works on every connection with unfinished runs. */
    void wakeAll() {
        Set<UUID> connections = runs.unfinished().stream()
                .map(run -> run.connection().value())
                .collect(Collectors.toCollection(TreeSet::new));
        connections.forEach(connection -> wake(new ConnectionId(connection)));
    }

    /** Whether anything is left to do for a connection. */
    boolean pending(ConnectionId connection) {
        return !runs.unfinished(connection).isEmpty();
    }
}
