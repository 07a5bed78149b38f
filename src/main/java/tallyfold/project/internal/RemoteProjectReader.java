package tallyfold.project.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionSessions;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;

/** Asks an organization for its projects. */
@Component
public class RemoteProjectReader {

    private static final int IN_FLIGHT = 4;

    private final ConnectionSessions sessions;

    RemoteProjectReader(ConnectionSessions sessions) {
        this.sessions = sessions;
    }

    /** All projects in the order of the source system, each once. */
    public List<RemoteProject> all(ConnectionId connection, IntConsumer readSoFar) {
        Map<RemoteProjectId, RemoteProject> all = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        try (ProviderSession session = sessions.open(connection)) {
            @Nullable String continuation = null;
            do {
                RemotePage<RemoteProject> page = session.projects(continuation);
                page.items().forEach(project -> all.putIfAbsent(project.id(), project));
                readSoFar.accept(all.size());
                continuation = page.continuation();
                if (continuation != null && !seen.add(continuation)) {
                    throw new ProviderException(new ProviderFailure.UnexpectedAnswer(
                            ProviderFailure.UnexpectedAnswer.Oddity.REPEATED_PAGE, 200));
                }
            } while (continuation != null);
        }
        return List.copyOf(all.values());
    }

    /** The processes of some projects, a few at a time; projects that are gone are left out. */
    public void processes(
            ConnectionId connection, Collection<RemoteProjectId> wanted, BiConsumer<RemoteProjectId, String> found) {
        try (ProviderSession session = sessions.open(connection);
                ExecutorService fetchers = Executors.newFixedThreadPool(
                        IN_FLIGHT, Thread.ofVirtual().factory())) {
            List<? extends Future<?>> answers = wanted.stream()
                    .map(project -> fetchers.submit(() -> process(session, project, found)))
                    .toList();
            try {
                for (Future<?> answer : answers) {
                    answer.get();
                }
            } catch (ExecutionException e) {
                fetchers.shutdownNow();
                throw e.getCause() instanceof ProviderException refusal
                        ? refusal
                        : new IllegalStateException("Reading a process failed", e.getCause());
            } catch (InterruptedException e) {
                fetchers.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void process(
            ProviderSession session, RemoteProjectId project, BiConsumer<RemoteProjectId, String> found) {
        try {
            String process = session.project(project).process();
            if (process != null) {
                found.accept(project, process);
            }
        } catch (ProviderException e) {
            if (!(e.failure() instanceof ProviderFailure.NotFound)) {
                throw e;
            }
        }
    }
}
