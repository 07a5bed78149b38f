package tallyfold.portfolio.ui;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import tallyfold.portfolio.ui.source.Sources;
import tallyfold.project.ImportService;
import tallyfold.project.PortfolioTree;
import tallyfold.project.ProjectId;
import tallyfold.sync.SyncService;

/**
 * What the steps of the window share.
 *
 * @param projectName the name of a project that is there
 * @param portfolios those a batch may be put into
 * @param background runs long calls in the name of the signed-in user
 */
record ImportContext(
        ImportService imports,
        SyncService syncs,
        Sources sources,
        Function<ProjectId, Optional<String>> projectName,
        Supplier<PortfolioTree> portfolios,
        ExecutorService background,
        Clock clock) {}
