package tallyfold.portfolio.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkedProject;
import tallyfold.project.ProjectService;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncService;
import tallyfold.uikit.Texts;

/** Puts the lines of "Sync status" together: a handful of queries, whatever the number of links. */
final class SyncStatusRows {

    private final ProjectService projects;
    private final SyncService syncs;

    SyncStatusRows(ProjectService projects, SyncService syncs) {
        this.projects = projects;
        this.syncs = syncs;
    }

    List<SyncStatusRow> read() {
        List<LinkedProject> linked = projects.linked();
        List<Link> links = linked.stream().map(LinkedProject::link).toList();
        Map<LinkId, SyncRun> runs = syncs.latest(links.stream().map(Link::id).toList());
        Map<LinkId, Instant> next = syncs.nextScheduled(links);
        return linked.stream()
                .map(each -> new SyncStatusRow(
                        each.project(),
                        each.link(),
                        runs.get(each.link().id()),
                        next.get(each.link().id())))
                .toList();
    }

    /** Works out anew when some links are synced next. */
    void refreshNext(List<SyncStatusRow> rows) {
        Map<LinkId, Instant> next =
                syncs.nextScheduled(rows.stream().map(SyncStatusRow::link).toList());
        rows.forEach(row -> row.next(next.get(row.link().id())));
    }

    /** "13 links of 12 projects · 1 failed"; empty without any. */
    static String sentence(List<SyncStatusRow> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        long projects = rows.stream().map(row -> row.project().id()).distinct().count();
        long failed = rows.stream()
                .filter(row -> row.run() != null && row.run().status() == SyncRunStatus.FAILED)
                .count();
        return Texts.of("portfolio.sync-status.sentence", rows.size(), projects)
                + (failed == 0 ? "" : " · " + Texts.of("portfolio.sync-status.failed", failed));
    }
}
