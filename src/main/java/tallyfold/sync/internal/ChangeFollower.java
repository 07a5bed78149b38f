package tallyfold.sync.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import tallyfold.connection.ConnectionId;
import tallyfold.project.LinkId;
import tallyfold.provider.FeedPosition;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.RemoteProject;
import tallyfold.sync.SyncRun;
import tallyfold.sync.internal.ChangeFeedRepository.Feed;

/**
 * Brings the links of a connection up to date from its organization's feed of changes: a couple of questions for all of them
 * together, however many there are. What the feed cannot explain is left to a whole reading of the link, and a feed that makes no
 * sense is forgotten: nothing ever depends on there being one.
 */
final class ChangeFollower {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFollower.class);

    /** From where the end of the feed is looked for the first time; what lies before need not be read. */
    private static final Duration RECENT = Duration.ofHours(1);

    private final ConnectionId connection;
    private final FeedReader reader;
    private final CostMeter cost;
    private final FeedSurroundings around;
    private boolean started;

    ChangeFollower(ConnectionId connection, Asking asking, CostMeter cost, FeedSurroundings around) {
        this.connection = connection;
        this.reader = new FeedReader(asking);
        this.cost = cost;
        this.around = around;
    }

    /**
     * Ends those of the given runs that want nothing but what the feed tells.
     *
     * @param loads the links that are being read as a whole meanwhile
     * @return the runs whose links have to be read as a whole
     * @throws ProviderException when the source system refused in a way that leaves nothing to try
     */
    List<SyncRun> serve(List<SyncRun> waiting, Map<LinkId, LinkLoad> loads) throws InterruptedException {
        if (waiting.isEmpty()) {
            return waiting;
        }
        List<SyncRun> left = new ArrayList<>(waiting);
        List<SyncRun> served = List.of();
        try {
            if (around.feeds().find(connection).isEmpty()) {
                start();
                return left;
            }
            FeedPass pass = new FeedPass(connection, reader, around, loads);
            served = pass.servable(waiting);
            left.removeAll(served);
            if (!served.isEmpty()) {
                left.addAll(pass.run(served, cost));
            }
            return left;
        } catch (StaleLeaseException _) {
            LOG.info("Another reading of the feed of connection {} took over", connection.value());
            return left;
        } catch (TransientDataAccessException e) {
            LOG.warn("The feed of connection {} waits for the database", connection.value(), e);
            return left;
        } catch (ProviderException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return refused(e, waiting, served, left);
        } catch (RuntimeException e) {
            LOG.error("The feed of connection {} cannot be followed", connection.value(), e);
            around.applier().forget(connection);
            return waiting;
        }
    }

    private List<SyncRun> refused(
            ProviderException refusal, List<SyncRun> waiting, List<SyncRun> served, List<SyncRun> left)
            throws InterruptedException {
        ProviderFailure failure = refusal.failure();
        if (RunEnd.concernsConnection(failure)) {
            throw refusal;
        }
        return switch (failure) {
            case ProviderFailure.UnexpectedAnswer _, ProviderFailure.NotFound _ -> {
                LOG.warn("The feed of connection {} cannot be read: {}", connection.value(), failure.code());
                around.applier().forget(connection);
                yield serve(waiting, Map.of());
            }
            case ProviderFailure.Throttled _, ProviderFailure.Unreachable _ -> {
                around.ends().fail(served, failure);
                around.ends().refused(connection, failure);
                yield left;
            }
            case ProviderFailure.TokenRejected _, ProviderFailure.ScopeMissing _, ProviderFailure.PolicyBlocked _ ->
                throw refusal;
        };
    }

    /** Notes where the feed ends, once, before anything is read that what comes behind will add to. */
    private void start() throws InterruptedException {
        if (started) {
            return;
        }
        started = true;
        Instant now = around.clock().instant().truncatedTo(ChronoUnit.MICROS);
        FeedPosition recent = new FeedPosition.Since(now.minus(RECENT));
        try (Early<FeedReader.Parents> parents = new Early<>(() -> reader.parents(recent));
                Early<List<RemoteProject>> projects = new Early<>(reader::projects)) {
            String revisions = reader.revisions(recent, _ -> true);
            around.applier()
                    .start(
                            new Feed(
                                    connection,
                                    UUID.randomUUID(),
                                    revisions,
                                    parents.get().cursor(),
                                    now),
                            projects.get());
        }
    }
}
