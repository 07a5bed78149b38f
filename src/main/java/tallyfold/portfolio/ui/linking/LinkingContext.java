package tallyfold.portfolio.ui.linking;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import tallyfold.portfolio.ui.source.Sources;
import tallyfold.progress.ProgressService;
import tallyfold.project.LinkService;
import tallyfold.project.Project;
import tallyfold.project.ProjectService;
import tallyfold.sync.SyncService;
import tallyfold.workitem.ui.FieldMappingLauncher;

/**
 * What the parts of the window share.
 *
 * @param project the project that is linked
 * @param background runs long calls in the name of the signed-in user
 * @param pause how long to wait for more ticks before counting
 */
record LinkingContext(
        Project project,
        LinkService links,
        ProjectService projects,
        ProgressService progress,
        SyncService syncs,
        FieldMappingLauncher mappings,
        Sources sources,
        ExecutorService background,
        Duration pause,
        Clock clock) {}
