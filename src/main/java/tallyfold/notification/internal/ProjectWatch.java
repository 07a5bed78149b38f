package tallyfold.notification.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionSessions;
import tallyfold.notification.NotificationKind;
import tallyfold.notification.Severity;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProject;

/** Finds projects that an organization did not have at the last look: one list a day for each connection. */
@Component
class ProjectWatch {

    private static final Logger log = LoggerFactory.getLogger(ProjectWatch.class);

    private static final Duration EVERY = Duration.ofHours(24);
    private static final Duration AFTER_A_FAULT = Duration.ofHours(1);
    private static final int LONGEST_ID = 128;
    private static final int NAMED = 10;

    private final Announcer announcer;
    private final KnownProjectRepository known;
    private final ConnectionSessions sessions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProjectWatch(
            Announcer announcer,
            KnownProjectRepository known,
            ConnectionSessions sessions,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.announcer = announcer;
        this.known = known;
        this.sessions = sessions;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Asks the organizations; outside any transaction. One that fails never stops the others. */
    void look(List<Connection> connections) {
        for (Connection connection : connections) {
            Instant now = clock.instant();
            if (connection.health().usable() && known.claim(connection.id(), now, now.plus(AFTER_A_FAULT))) {
                try {
                    compare(connection, list(connection));
                } catch (ProviderException e) {
                    log.info(
                            "The projects of a connection could not be listed: {}",
                            e.failure().code());
                }
            }
        }
    }

    private Map<String, String> list(Connection connection) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        try (ProviderSession session = sessions.open(connection.id())) {
            @Nullable String continuation = null;
            do {
                RemotePage<RemoteProject> page = session.projects(continuation);
                page.items()
                        .forEach(project -> names.putIfAbsent(cut(project.id().value()), project.name()));
                continuation = page.continuation();
            } while (continuation != null && seen.add(continuation));
        }
        return names;
    }

    private void compare(Connection connection, Map<String, String> present) {
        boolean first = !known.looked(connection.id());
        Map<String, String> added = new TreeMap<>(present);
        added.keySet().removeAll(known.known(connection.id()));
        if (!first && !added.isEmpty()) {
            announcer.tell(new Occasion(
                    NotificationKind.NEW_PROJECTS,
                    connection.id().value().toString(),
                    // Of the projects themselves: whoever is killed before the next line tells the same occasion again.
                    UUID.nameUUIDFromBytes(String.join("\n", added.keySet()).getBytes(StandardCharsets.UTF_8))
                            .toString(),
                    Severity.INFO,
                    Map.of(
                            Facts.CONNECTION,
                            connection.name(),
                            Facts.COUNT,
                            Integer.toString(added.size()),
                            Facts.NAMES,
                            added.values().stream().limit(NAMED).collect(Collectors.joining(", "))),
                    connection));
        }
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> known.done(connection.id(), added.keySet(), now, now.plus(EVERY)));
    }

    private static String cut(String id) {
        return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID);
    }
}
