package tallyfold.portfolio.ui.linking;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import tallyfold.portfolio.ui.source.SourceAccess;
import tallyfold.progress.ProgressService;
import tallyfold.project.LinkService;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectService;
import tallyfold.sync.SyncService;
import tallyfold.workitem.ui.FieldMappingLauncher;

/** Opens the window with everything it needs. */
@Component
class ConfigureConnectionsLauncher implements LinkingLauncher {

    /** Long enough that several ticks in a row are counted together, short enough not to be felt. */
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final LinkService links;
    private final ProjectService projects;
    private final ProgressService progress;
    private final SyncService syncs;
    private final FieldMappingLauncher mappings;
    private final SourceAccess access;
    private final Clock clock;

    ConfigureConnectionsLauncher(
            LinkService links,
            ProjectService projects,
            ProgressService progress,
            SyncService syncs,
            FieldMappingLauncher mappings,
            SourceAccess access,
            Clock clock) {
        this.links = links;
        this.projects = projects;
        this.progress = progress;
        this.syncs = syncs;
        this.mappings = mappings;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public void open(ProjectId project, Runnable onChange) {
        projects.find(project).ifPresent(found -> {
            LinkingContext context = new LinkingContext(
                    found,
                    links,
                    projects,
                    progress,
                    syncs,
                    mappings,
                    access.forWindow(),
                    access.background(),
                    PAUSE,
                    clock);
            new ConfigureConnectionsDialog(context, onChange).open();
        });
    }
}
