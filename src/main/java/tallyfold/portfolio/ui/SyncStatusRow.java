package tallyfold.portfolio.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallyfold.project.Link;
import tallyfold.project.Project;
import tallyfold.project.ProjectStatus;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.uikit.Texts;

/** A link with how it is kept in sync; changes as its runs go on. */
final class SyncStatusRow {

    private final Project project;
    private final Link link;
    private @Nullable SyncRun run;
    private @Nullable Instant next;

    SyncStatusRow(Project project, Link link, @Nullable SyncRun run, @Nullable Instant next) {
        this.project = project;
        this.link = link;
        this.run = run;
        this.next = next;
    }

    Project project() {
        return project;
    }

    Link link() {
        return link;
    }

    @Nullable
    SyncRun run() {
        return run;
    }

    /** When it is synced next by itself; null when it is not. */
    @Nullable
    Instant next() {
        return next;
    }

    /** "contoso / Payments". */
    String system() {
        return link.organization() + " / " + link.remoteName();
    }

    /** Takes in news; a run that waits behind the one that goes on is none. */
    void take(SyncRun news) {
        SyncRun known = run;
        boolean behind = known != null
                && known.status() == SyncRunStatus.RUNNING
                && !known.id().equals(news.id())
                && news.status() != SyncRunStatus.RUNNING;
        if (!behind) {
            run = news;
        }
    }

    void next(@Nullable Instant time) {
        next = time;
    }

    /** Whether a run goes on or is still to come. */
    boolean unfinished() {
        return run != null && !run.status().finished();
    }

    /** Why it is synced by hand only, as far as its project is the reason; empty for an active one. */
    String resting() {
        ProjectStatus status = project.status();
        return status.active() ? "" : Texts.of("portfolio.resting", status.resting());
    }
}
