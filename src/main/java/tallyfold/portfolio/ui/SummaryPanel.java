package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.progress.ProgressDay;
import tallyfold.progress.ProjectFigures;
import tallyfold.progress.ui.ProgressDaysCard;
import tallyfold.project.Project;
import tallyfold.sync.SyncRun;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;
import tallyfold.workitem.WorkItemRow;
import tallyfold.workitem.ui.TypeIcon;

/** The tab "Summary" of a project: how far, by when, what is late. */
final class SummaryPanel extends Div {

    private static final int LATE_SHOWN = 5;

    private final ProjectFigures figures;
    private final LocalDate today;

    /**
     * A summary.
     *
     * @param days how far it was lately, oldest first
     * @param late the items that are late for the longest time, longest first
     * @param keyDays days to show on the timeline
     * @param beside cards of what people say about the project, for the column at the side
     * @param connect opens the window for links; null for who may not
     */
    SummaryPanel(
            ProjectBody.Shown shown,
            List<ProgressDay> days,
            List<WorkItemRow> late,
            LocalDate today,
            Clock clock,
            List<TimelineCard.KeyDay> keyDays,
            List<Component> beside,
            @Nullable Runnable connect) {
        this.figures = shown.figures();
        this.today = today;
        addClassName("tf-summary");
        Project project = shown.project();
        TimelineCard timeline = new TimelineCard(
                shown.dates(),
                today,
                figures.total().items() == 0 ? null : figures.total().percent(),
                keyDays);
        Div main = new Div();
        main.addClassName("tf-summary-column");
        Div side = new Div();
        side.addClassName("tf-summary-column");
        side.add(beside);
        if (shown.links().isEmpty()) {
            main.add(notLinked(connect), timeline);
        } else {
            main.add(
                    new ProgressCard(
                            figures, shown.links(), (text, filter) -> ProjectAddress.items(text, project.id(), filter)),
                    new ProgressDaysCard(days),
                    timeline,
                    late(project, late));
            side.add(figures(shown, clock));
        }
        add(main);
        if (side.getComponentCount() > 0) {
            add(side);
        } else {
            main.addClassName("tf-summary-wide");
        }
    }

    private static Component notLinked(@Nullable Runnable connect) {
        Div card = new Div();
        card.addClassName("tf-card");
        card.add(
                connect == null
                        ? new EmptyState(
                                Symbol.LINK, Texts.of("portfolio.not-linked"), Texts.of("portfolio.not-linked.viewer"))
                        : new EmptyState(
                                Symbol.LINK,
                                Texts.of("portfolio.not-linked"),
                                Texts.of("portfolio.not-linked.text"),
                                new Button(Texts.of("portfolio.connect"), Symbol.LINK.icon(), _ -> connect.run())));
        return card;
    }

    private Component late(Project project, List<WorkItemRow> latest) {
        Div card = new Div();
        card.addClassNames("tf-card", "tf-summary-card");
        H2 title = new H2(Texts.of("portfolio.late"));
        Div head = new Div(title);
        head.addClassName("tf-panel-head");
        card.add(head);
        if (figures.late() == 0) {
            card.add(quiet(Texts.of("portfolio.late.none")));
            return card;
        }
        Span count = quiet(Texts.of("portfolio.count", figures.late()));
        count.addClassName("tf-title-count");
        title.add(count);
        head.add(ProjectAddress.lateItems(Texts.of("portfolio.late.all"), project.id()));
        latest.stream().limit(LATE_SHOWN).map(this::lateLine).forEach(card::add);
        return card;
    }

    private Component lateLine(WorkItemRow row) {
        Span title = new Span(row.title());
        title.addClassName("tf-summary-title");
        title.setTitle(row.title());
        Span late = new Span(Texts.of("portfolio.late.days", daysLate(row)));
        late.addClassNames("tf-bad", "tf-number");
        Div line = new Div(
                new TypeIcon(row.type(), row.level(), row.typeIcon(), row.typeColor()),
                quiet(Long.toString(row.key().id())),
                title,
                quiet(row.assignee() == null ? Texts.of("portfolio.unassigned") : row.assignee()),
                late);
        line.addClassName("tf-summary-late");
        return line;
    }

    private long daysLate(WorkItemRow row) {
        LocalDate deadline = row.deadline();
        return deadline == null ? 0 : ChronoUnit.DAYS.between(deadline, today);
    }

    private static Component figures(ProjectBody.Shown shown, Clock clock) {
        @Nullable SyncRun run = shown.run();
        Span when = new Span(SyncWords.when(run, clock));
        if (run != null && run.finished() != null) {
            when.setTitle(Times.minute(run.finished()));
        }
        return new RolledUpCard(shown.figures().schedule(), shown.items(), when);
    }

    static Div card(String key) {
        Div card = new Div(new H2(Texts.of(key)));
        card.addClassNames("tf-card", "tf-summary-card");
        return card;
    }

    static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("tf-quiet");
        return span;
    }
}
