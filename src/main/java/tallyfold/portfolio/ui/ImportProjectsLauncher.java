package tallyfold.portfolio.ui;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionService;
import tallyfold.project.ImportService;
import tallyfold.provider.Provider;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.sync.SyncService;

/** Opens the window with everything it needs. */
@Component
class ImportProjectsLauncher implements ImportLauncher {

    private final ImportService imports;
    private final SyncService syncs;
    private final ConnectionService connections;
    private final List<Provider> providers;
    private final CurrentUser currentUser;
    private final ExecutorService background;
    private final Clock clock;

    ImportProjectsLauncher(
            ImportService imports,
            SyncService syncs,
            ConnectionService connections,
            List<Provider> providers,
            CurrentUser currentUser,
            @Qualifier("backgroundExecutor") ExecutorService background,
            Clock clock) {
        this.imports = imports;
        this.syncs = syncs;
        this.connections = connections;
        this.providers = providers;
        this.currentUser = currentUser;
        this.background = background;
        this.clock = clock;
    }

    @Override
    public void open(@Nullable ConnectionId preselected, Runnable onChange) {
        ImportContext context = new ImportContext(
                imports,
                syncs,
                connections,
                providers,
                _ -> java.util.Optional.empty(),
                currentUser.is(Role.ADMINISTRATOR),
                _ -> {},
                background,
                clock);
        new ImportProjectsDialog(context, preselected, onChange).open();
    }
}
