package tallyfold.portfolio.ui;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.ui.CreateConnectionDialog;
import tallyfold.connection.ui.DemoTokenOffer;
import tallyfold.project.ImportService;
import tallyfold.project.Project;
import tallyfold.project.ProjectService;
import tallyfold.provider.Provider;
import tallyfold.security.CurrentUser;
import tallyfold.security.Role;
import tallyfold.sync.SyncService;

/** Opens the window with everything it needs. */
@Component
class ImportProjectsLauncher implements ImportLauncher {

    private final ImportService imports;
    private final ProjectService projects;
    private final SyncService syncs;
    private final ConnectionService connections;
    private final List<Provider> providers;
    private final CurrentUser currentUser;
    private final ExecutorService background;
    private final ObjectProvider<DemoTokenOffer> demo;
    private final Clock clock;

    ImportProjectsLauncher(
            ImportService imports,
            ProjectService projects,
            SyncService syncs,
            ConnectionService connections,
            List<Provider> providers,
            CurrentUser currentUser,
            @Qualifier("backgroundExecutor") ExecutorService background,
            ObjectProvider<DemoTokenOffer> demo,
            Clock clock) {
        this.imports = imports;
        this.projects = projects;
        this.syncs = syncs;
        this.connections = connections;
        this.providers = providers;
        this.currentUser = currentUser;
        this.background = background;
        this.demo = demo;
        this.clock = clock;
    }

    @Override
    public void open(@Nullable ConnectionId preselected, Runnable onChange) {
        ImportContext context = new ImportContext(
                imports,
                syncs,
                connections,
                providers,
                id -> projects.find(id).map(Project::name),
                currentUser.is(Role.ADMINISTRATOR),
                (provider, made) -> new CreateConnectionDialog(
                                connections, provider, background, demo.getIfAvailable(), made)
                        .open(),
                background,
                clock);
        new ImportProjectsDialog(context, preselected, onChange).open();
    }
}
