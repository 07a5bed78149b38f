package tallyfold.portfolio.ui;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Link;
import tallyfold.project.Project;
import tallyfold.sync.SyncRun;
import tallyfold.uikit.Texts;
import tallyfold.workitem.WorkItemSummary.Counts;

/** A project with what the list of projects says of it. */
record ProjectRow(
        Project project,
        List<Link> links,
        Counts progress,
        @Nullable SyncRun run) {

    ProjectRow {
        links = List.copyOf(links);
    }

    /** The organizations by name; how many when there are several. */
    String systems() {
        List<String> names = links.stream().map(Link::organization).distinct().toList();
        return switch (names.size()) {
            case 0 -> Texts.of("portfolio.no-system");
            case 1 -> names.getFirst();
            default -> Texts.of("portfolio.systems", names.size());
        };
    }

    /** All organizations, for a tooltip. */
    String allSystems() {
        return links.stream()
                .map(link -> link.organization() + " / " + link.remoteName())
                .collect(Collectors.joining(", "));
    }
}
