package tallyfold.portfolio.ui;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.portfolio.ui.source.SourceAccess;
import tallyfold.project.ImportService;
import tallyfold.project.Project;
import tallyfold.project.ProjectService;
import tallyfold.sync.SyncService;

/** Opens the window with everything it needs. */
@Component
class ImportProjectsLauncher implements ImportLauncher {

    private final ImportService imports;
    private final ProjectService projects;
    private final SyncService syncs;
    private final SourceAccess access;
    private final Clock clock;

    ImportProjectsLauncher(
            ImportService imports, ProjectService projects, SyncService syncs, SourceAccess access, Clock clock) {
        this.imports = imports;
        this.projects = projects;
        this.syncs = syncs;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public void open(@Nullable ConnectionId preselected, Runnable onChange) {
        ImportContext context = new ImportContext(
                imports,
                syncs,
                access.forWindow(),
                id -> projects.find(id).map(Project::name),
                access.background(),
                clock);
        new ImportProjectsDialog(context, preselected, onChange).open();
    }
}
