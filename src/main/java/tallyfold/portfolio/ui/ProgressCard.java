package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.linking.LinkWords;
import tallyfold.progress.ProjectFigures;
import tallyfold.progress.Share;
import tallyfold.progress.Trend;
import tallyfold.progress.ui.ItemLinks;
import tallyfold.progress.ui.TrendWord;
import tallyfold.project.Link;
import tallyfold.provider.StateCategory;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;
import tallyfold.workitem.StateCounts;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.ui.StateBadge;
import tallyfold.workitem.ui.StateBar;

/** How far a project is, in total and for each linked system. */
final class ProgressCard extends Div {

    private final ProjectFigures figures;
    private final ItemLinks items;

    ProgressCard(ProjectFigures figures, List<Link> links, ItemLinks items) {
        this.figures = figures;
        this.items = items;
        addClassNames("tf-card", "tf-summary-card");
        Div head = new Div(new H2(Texts.of("portfolio.progress")));
        head.addClassName("tf-panel-head");
        @Nullable Trend trend = figures.trend();
        if (trend != null) {
            head.add(new TrendWord(trend));
        }
        add(head);
        if (figures.total().items() == 0) {
            add(SummaryPanel.quiet(Texts.of("portfolio.progress.none")));
        } else {
            showTotal(figures.total());
        }
        if (!links.isEmpty()) {
            Div systems = new Div();
            systems.addClassName("tf-summary-systems");
            links.forEach(link -> systems.add(system(link)));
            add(systems);
        }
    }

    private void showTotal(Share total) {
        Span percent = new Span(Texts.of("portfolio.percent", total.percent()));
        percent.addClassNames("tf-project-percent", "tf-summary-percent");
        Div finding = new Div(
                percent,
                SummaryPanel.quiet(
                        Texts.of("portfolio.progress.closed", total.closed(), total.items(), countedWord())));
        finding.addClassName("tf-summary-finding");
        StateBar bar = new StateBar(new StateCounts(total.byCategory()));
        bar.addClassName("tf-summary-bar");
        Div legend = new Div();
        legend.addClassName("tf-summary-legend");
        StateBar.ORDER.forEach(category -> legend.add(count(category, total.of(category), figures.countedTypes())));
        legend.add(count(StateCategory.REMOVED, figures.all().getOrDefault(StateCategory.REMOVED, 0L), List.of()));
        add(finding, bar, legend);
    }

    private String countedWord() {
        List<String> types = figures.countedTypes();
        String key = "portfolio.counted."
                + (types.size() == 1 ? types.getFirst().toLowerCase(Locale.ROOT).replace(' ', '-') : "items");
        return Texts.has(key) ? Texts.of(key) : Texts.of("portfolio.counted.items");
    }

    /** How many there are in a category, as the way to them. */
    private Component count(StateCategory category, long number, List<String> types) {
        Span word = new Span(StateBadge.icon(category), new Span(StateBadge.word(category)));
        word.addClassName("tf-status-word");
        String text = Texts.of("portfolio.count", number);
        Component figure;
        if (number == 0) {
            figure = new Span(text);
        } else {
            WorkItemFilter filter = WorkItemFilter.NONE.withTypes(types);
            figure = items.to(
                    text,
                    category == StateCategory.REMOVED
                            ? filter.withRemoved(true)
                            : filter.withCategories(Set.of(category)));
            figure.getElement()
                    .setAttribute("aria-label", Texts.of("portfolio.count.of", StateBadge.word(category), number));
        }
        figure.addClassName("tf-summary-count");
        Div both = new Div(word, figure);
        both.setClassName("tf-quiet", number == 0);
        return both;
    }

    private Component system(Link link) {
        Span name = new Span(LinkWords.system(link));
        name.addClassName("tf-name");
        Div words = new Div(name, new Span(", "), SummaryPanel.quiet(LinkWords.covers(link)));
        words.setTitle(words.getElement().getTextRecursively());
        Instant detached = link.detached();
        if (detached != null) {
            words.add(new StatusWord(Symbol.LOCK, Texts.of("portfolio.copy-since", Times.day(detached)), Tone.QUIET));
        }
        Div line = new Div(words);
        line.addClassName("tf-summary-system");
        Share share = figures.links().stream()
                .filter(each -> each.link().equals(link.id()))
                .map(ProjectFigures.OfLink::share)
                .findFirst()
                .orElse(Share.NONE);
        if (share.items() == 0) {
            line.add(SummaryPanel.quiet(
                    Texts.of(link.loaded() == null ? "portfolio.not-read" : "portfolio.nothing-counts")));
        } else {
            Span percent = new Span(Texts.of("portfolio.percent", share.percent()));
            percent.addClassName("tf-number");
            Div bar = new Div(new StateBar(new StateCounts(share.byCategory())), percent);
            bar.addClassName("tf-progress-line");
            line.add(bar, SummaryPanel.quiet(Texts.of("portfolio.progress.of", share.closed(), share.items())));
        }
        return line;
    }
}
