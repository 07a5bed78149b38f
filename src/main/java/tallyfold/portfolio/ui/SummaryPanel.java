package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tallyfold.kernel.PageQuery;
import tallyfold.project.Link;
import tallyfold.project.Project;
import tallyfold.provider.StateCategory;
import tallyfold.sync.SyncRun;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemRow;
import tallyfold.workitem.WorkItemService;
import tallyfold.workitem.WorkItemSummary;
import tallyfold.workitem.WorkItemSummary.Counts;
import tallyfold.workitem.ui.StateBadge;
import tallyfold.workitem.ui.StateBar;
import tallyfold.workitem.ui.TypeIcon;

/** The tab "Summary" of a project. */
final class SummaryPanel extends Div {

    private static final int LATE_SHOWN = 5;

    private final WorkItemSummary summary;
    private final List<Link> links;
    private final LocalDate today;

    SummaryPanel(
            Project project,
            WorkItemSummary summary,
            List<Link> links,
            @Nullable SyncRun run,
            WorkItemService items,
            Clock clock) {
        this.summary = summary;
        this.links = links;
        this.today = items.today();
        addClassName("tf-summary");
        add(
                progress(),
                new TimelineCard(ProjectDates.of(project, summary), today, summary.counted()),
                late(project, items),
                figures(run, clock));
    }

    private Component progress() {
        Counts counted = summary.counted();
        Div card = card("portfolio.progress");
        if (counted.total() == 0) {
            card.add(quiet(Texts.of("portfolio.progress.none")));
            return card;
        }
        Span percent = new Span(Texts.of("portfolio.percent", counted.percent()));
        percent.addClassName("tf-project-percent");
        Div finding = new Div(
                percent,
                quiet(Texts.of("portfolio.progress.closed", counted.closed(), counted.total(), countedWord())));
        finding.addClassName("tf-summary-finding");
        Div legend = new Div();
        legend.addClassName("tf-summary-legend");
        StateBar.ORDER.forEach(category -> legend.add(count(category, counted)));
        legend.add(count(StateCategory.REMOVED, counted));
        card.add(finding, new StateBar(counted), legend);
        if (summary.links().size() > 1) {
            summary.links().forEach(link -> card.add(system(link)));
        }
        return card;
    }

    private String countedWord() {
        @Nullable String type = summary.countedType();
        return Texts.of("portfolio.counted."
                + (type == null ? "items" : type.toLowerCase(Locale.ROOT).replace(' ', '-')));
    }

    private static Component count(StateCategory category, Counts counts) {
        Span word = new Span(StateBadge.icon(category), new Span(StateBadge.word(category)));
        word.addClassName("tf-status-word");
        Span number = new Span(Texts.of("portfolio.count", counts.of(category)));
        number.addClassName("tf-summary-count");
        Div both = new Div(word, number);
        both.setClassName("tf-quiet", counts.of(category) == 0);
        return both;
    }

    private Component system(WorkItemSummary.OfLink figures) {
        String name = links.stream()
                .filter(link -> link.id().equals(figures.link()))
                .map(link -> link.organization() + " / " + link.remoteName())
                .findFirst()
                .orElse("");
        Counts counts = figures.counted();
        Div line = new Div(
                new Span(name),
                new ProgressLine(counts),
                quiet(Texts.of("portfolio.progress.of", counts.closed(), counts.total())));
        line.addClassName("tf-summary-system");
        return line;
    }

    private Component late(Project project, WorkItemService items) {
        Div card = card("portfolio.late");
        if (summary.late() == 0) {
            card.add(quiet(Texts.of("portfolio.late.none")));
            return card;
        }
        card.add(quiet(Texts.of("portfolio.late.count", summary.late())));
        items.rows(project.id(), WorkItemFilter.NONE.withLate(true), PageQuery.first(LATE_SHOWN)).stream()
                .map(this::lateLine)
                .forEach(card::add);
        card.add(ProjectView.lateItems(Texts.of("portfolio.late.all"), project.id()));
        return card;
    }

    private Component lateLine(WorkItemRow row) {
        Span title = new Span(row.title());
        title.addClassName("tf-summary-title");
        title.setTitle(row.title());
        LocalDate deadline = row.deadline();
        long days = deadline == null ? 0 : ChronoUnit.DAYS.between(deadline, today);
        Span late = new Span(Texts.of("portfolio.late.days", days));
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

    private Component figures(@Nullable SyncRun run, Clock clock) {
        Div card = card("portfolio.figures");
        Span when = new Span(SyncWords.when(run, clock));
        if (run != null && run.finished() != null) {
            when.setTitle(Times.minute(run.finished()));
        }
        card.add(
                figure(
                        "portfolio.figures.items",
                        new Span(Texts.of("portfolio.count", summary.all().sum()))),
                figure("portfolio.figures.people", new Span(Texts.of("portfolio.count", summary.people()))),
                figure("portfolio.figures.iterations", new Span(Texts.of("portfolio.count", summary.iterations()))),
                figure("portfolio.figures.last-sync", when));
        return card;
    }

    private static Component figure(String key, Span value) {
        Div line = new Div(quiet(Texts.of(key)), value);
        line.addClassName("tf-summary-figure");
        return line;
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
