package tallyfold.portfolio.ui;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.portfolio.ui.source.SourceAccess;
import tallyfold.project.ImportService;
import tallyfold.project.PortfolioId;
import tallyfold.project.PortfolioService;
import tallyfold.project.Project;
import tallyfold.project.ProjectService;
import tallyfold.sync.SyncService;

/** Opens the window with everything it needs. */
@Component
class ImportProjectsLauncher implements ImportLauncher {

    private final ImportService imports;
    private final ProjectService projects;
    private final PortfolioService portfolios;
    private final SyncService syncs;
    private final SourceAccess access;
    private final Clock clock;

    ImportProjectsLauncher(
            ImportService imports,
            ProjectService projects,
            PortfolioService portfolios,
            SyncService syncs,
            SourceAccess access,
            Clock clock) {
        this.imports = imports;
        this.projects = projects;
        this.portfolios = portfolios;
        this.syncs = syncs;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public void open(@Nullable ConnectionId preselected, @Nullable PortfolioId portfolio, Runnable onChange) {
        ImportContext context = new ImportContext(
                imports,
                syncs,
                access.forWindow(),
                id -> projects.find(id).map(Project::name),
                portfolios::tree,
                access.background(),
                clock);
        new ImportProjectsDialog(context, preselected, portfolio, onChange).open();
    }
}
