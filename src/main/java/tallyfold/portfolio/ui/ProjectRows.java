package tallyfold.portfolio.ui;

import java.util.List;
import java.util.Map;
import tallyfold.kernel.PageQuery;
import tallyfold.project.Link;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncService;
import tallyfold.workitem.WorkItemService;
import tallyfold.workitem.WorkItemSummary.Counts;

/** Puts lines of the list of projects together: the figures of one page in one query, whatever the number of projects. */
final class ProjectRows {

    private final ProjectService projects;
    private final WorkItemService items;
    private final SyncService syncs;

    ProjectRows(ProjectService projects, WorkItemService items, SyncService syncs) {
        this.projects = projects;
        this.items = items;
        this.syncs = syncs;
    }

    List<ProjectRow> page(String filter, PageQuery query) {
        List<Project> page = projects.page(filter, query).rows();
        List<ProjectId> ids = page.stream().map(Project::id).toList();
        Map<ProjectId, Counts> progress = items.progress(ids);
        Map<ProjectId, SyncRun> runs = syncs.latestOfProjects(ids);
        Map<ProjectId, List<Link>> links = projects.linksOf(ids);
        return page.stream()
                .map(project -> new ProjectRow(
                        project,
                        links.getOrDefault(project.id(), List.of()),
                        progress.getOrDefault(project.id(), Counts.NONE),
                        runs.get(project.id())))
                .toList();
    }

    int count(String filter) {
        return (int) projects.page(filter, PageQuery.first(1)).total();
    }
}
