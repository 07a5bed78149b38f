package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.standing.StatusBadge;
import tallyfold.project.Portfolio;
import tallyfold.project.ProjectId;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.uikit.Texts;
import tallyfold.workitem.StateCounts;
import tallyfold.workitem.ui.StateBar;

/** A project as a card. */
final class ProjectCard extends Div {

    ProjectCard(ProjectRow row, Clock clock, BiConsumer<ProjectId, Boolean> mark) {
        addClassNames("tf-card", "tf-project-card");
        Div head = new Div(new H2(ProjectTable.name(row)), new Star(row, mark));
        head.addClassName("tf-project-middle");
        Portfolio portfolio = row.portfolio();
        Span where = new Span(portfolio == null ? row.systems() : portfolio.name() + " · " + row.systems());
        where.setTitle(row.allSystems());
        where.addClassName("tf-second-line");
        Span percent = new Span(Texts.of("portfolio.percent", row.share().percent()));
        percent.addClassName("tf-project-percent");
        Div middle = new Div(percent, row.status().badge());
        middle.addClassName("tf-project-middle");
        Div foot = new Div(new Span(row.dates().words()), sync(row.run(), clock));
        foot.addClassName("tf-project-foot");
        add(head, where, middle, new StateBar(new StateCounts(row.share().byCategory())), late(row));
        add(schedule(row));
        if (!row.manager().isEmpty()) {
            Span manager = new Span(row.manager());
            manager.addClassName("tf-second-line");
            add(manager);
        }
        add(foot);
    }

    /** "Schedule: At Risk", with its reason below. */
    private static Div schedule(ProjectRow row) {
        Span reason = new Span(row.schedule().reason());
        reason.addClassName("tf-second-line");
        reason.setTitle(row.schedule().reason());
        Div line = new Div(
                new Span(Texts.of("portfolio.column.schedule")),
                new StatusBadge(row.schedule().status()));
        line.addClassNames("tf-project-middle", "tf-project-schedule");
        Div both = new Div(line);
        if (!row.schedule().reason().isEmpty()) {
            both.add(reason);
        }
        return both;
    }

    private static Span late(ProjectRow row) {
        long late = row.figures().late();
        Span words = new Span(
                row.share().items() == 0
                        ? Texts.of("portfolio.nothing-counts")
                        : Texts.of(
                                "portfolios.closed-late",
                                row.share().closed(),
                                row.share().items(),
                                late));
        words.addClassNames("tf-project-figures", late > 0 ? "tf-bad" : "tf-quiet");
        return words;
    }

    /** When the last sync was; what it is or was where that is not the usual. */
    static Component sync(@Nullable SyncRun run, Clock clock) {
        return run == null || run.status() == SyncRunStatus.SUCCEEDED
                ? new Span(SyncWords.when(run, clock))
                : SyncWords.brief(run);
    }
}
