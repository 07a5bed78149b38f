package tallyfold.notification.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.Severity;
import tallyfold.notification.internal.WatchRepository.Matter;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectStore;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStore;

/**
 * Finds connections whose projects cannot be synced for an hour or a day, and those that are well again. One message speaks
 * of all projects of a connection: a network that is down concerns them all at once.
 */
@Component
class SyncWatch {

    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofHours(24);
    private static final String FIRST_MARK = "/1h";
    private static final String SECOND_MARK = "/24h";
    private static final int NAMED = 10;

    private final Announcer announcer;
    private final OccasionRepository occasions;
    private final WatchRepository watched;
    private final LinkStore links;
    private final ProjectStore projects;
    private final SyncRunStore runs;
    private final Clock clock;

    SyncWatch(
            Announcer announcer,
            OccasionRepository occasions,
            WatchRepository watched,
            LinkStore links,
            ProjectStore projects,
            SyncRunStore runs,
            Clock clock) {
        this.announcer = announcer;
        this.occasions = occasions;
        this.watched = watched;
        this.links = links;
        this.projects = projects;
        this.runs = runs;
        this.clock = clock;
    }

    void look(List<Connection> connections) {
        Map<ConnectionId, List<Link>> failing = failing();
        Map<UUID, Instant> since = watched.all(Matter.LINK);
        Set<UUID> gone = new HashSet<>(watched.all(Matter.SYNC).keySet());
        for (Connection connection : connections) {
            gone.remove(connection.id().value());
            // What a refused token stops was told with the token.
            if (connection.health().usable()) {
                List<Link> concerned = failing.getOrDefault(connection.id(), List.of());
                if (concerned.isEmpty()) {
                    tellRecovered(connection);
                } else {
                    tellFailing(connection, concerned, since);
                }
            }
        }
        gone.forEach(id -> watched.end(Matter.SYNC, id));
    }

    /** The links that fail now; since when is noted in passing. A run that goes on says nothing yet. */
    private Map<ConnectionId, List<Link>> failing() {
        Set<ProjectId> resting = projects.resting();
        List<Link> all = links.attached().stream()
                .filter(link -> !resting.contains(link.project()))
                .toList();
        Map<LinkId, SyncRun> latest = runs.latest(all.stream().map(Link::id).toList());
        Map<UUID, Instant> before = watched.all(Matter.LINK);
        Set<UUID> gone = new HashSet<>(before.keySet());
        Map<ConnectionId, List<Link>> failing = new HashMap<>();
        for (Link link : all) {
            UUID id = link.id().value();
            gone.remove(id);
            @Nullable SyncRun run = latest.get(link.id());
            if (fails(run, before.containsKey(id))) {
                if (run != null && !before.containsKey(id)) {
                    watched.begin(Matter.LINK, id, run.finished() == null ? clock.instant() : run.finished());
                }
                failing.computeIfAbsent(link.connection(), _ -> new ArrayList<>())
                        .add(link);
            } else if (before.containsKey(id)) {
                watched.end(Matter.LINK, id);
            }
        }
        gone.forEach(id -> watched.end(Matter.LINK, id));
        return failing;
    }

    private static boolean fails(@Nullable SyncRun run, boolean failedBefore) {
        if (run == null) {
            return false;
        }
        return switch (run.status()) {
            case FAILED -> true;
            case SUCCEEDED, FINISHED_WITH_WARNINGS -> false;
            case WAITING, RUNNING, INTERRUPTED, CANCELLED -> failedBefore;
        };
    }

    private void tellFailing(Connection connection, List<Link> concerned, Map<UUID, Instant> since) {
        Instant now = clock.instant();
        Instant first = concerned.stream()
                .map(link -> since.getOrDefault(link.id().value(), now))
                .min(Instant::compareTo)
                .orElse(now);
        Instant episode = watched.begin(Matter.SYNC, connection.id().value(), first);
        Duration lasting = Duration.between(episode, now);
        if (lasting.compareTo(SECOND) >= 0) {
            tell(connection, concerned, episode, SECOND_MARK, Severity.CRITICAL);
        } else if (lasting.compareTo(FIRST) >= 0) {
            tell(connection, concerned, episode, FIRST_MARK, Severity.WARNING);
        }
    }

    private void tell(Connection connection, List<Link> concerned, Instant episode, String mark, Severity severity) {
        announcer.tell(new Occasion(
                NotificationKind.SYNC_FAILING,
                connection.id().value().toString(),
                episode + mark,
                severity,
                Map.of(
                        Facts.CONNECTION,
                        connection.name(),
                        Facts.COUNT,
                        Integer.toString(concerned.size()),
                        Facts.SINCE,
                        episode.toString(),
                        Facts.NAMES,
                        concerned.stream().map(Link::remoteName).limit(NAMED).collect(Collectors.joining(", "))),
                connection));
    }

    /** Told before the row goes, so that a process killed in between tells it the next time, and then once. */
    private void tellRecovered(Connection connection) {
        @Nullable Instant episode = watched.all(Matter.SYNC).get(connection.id().value());
        if (episode == null) {
            return;
        }
        String subject = connection.id().value().toString();
        if (occasions.exists(NotificationKind.SYNC_FAILING, subject, episode + FIRST_MARK)
                || occasions.exists(NotificationKind.SYNC_FAILING, subject, episode + SECOND_MARK)) {
            announcer.tell(new Occasion(
                    NotificationKind.SYNC_RECOVERED,
                    subject,
                    episode.toString(),
                    Severity.INFO,
                    Map.of(Facts.CONNECTION, connection.name()),
                    connection));
        }
        watched.end(Matter.SYNC, connection.id().value());
    }
}
