package tallyfold.portfolio.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionService;
import tallyfold.project.ImportService;
import tallyfold.project.ProjectId;
import tallyfold.provider.Provider;
import tallyfold.sync.SyncService;

/**
 * What the steps of the window share.
 *
 * @param projectName the name of a project that is there
 * @param mayConnect whether the user may add connections
 * @param addConnection opens the window "Create connection" and hands on what it made
 * @param background runs long calls in the name of the signed-in user
 */
record ImportContext(
        ImportService imports,
        SyncService syncs,
        ConnectionService connections,
        List<Provider> providers,
        Function<ProjectId, Optional<String>> projectName,
        boolean mayConnect,
        BiConsumer<Provider, Consumer<Connection>> addConnection,
        ExecutorService background,
        Clock clock) {

    ImportContext {
        providers = List.copyOf(providers);
    }
}
