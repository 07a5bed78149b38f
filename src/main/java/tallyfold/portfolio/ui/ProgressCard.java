package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.linking.LinkWords;
import tallyfold.project.Link;
import tallyfold.provider.StateCategory;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;
import tallyfold.workitem.WorkItemSummary;
import tallyfold.workitem.WorkItemSummary.Counts;
import tallyfold.workitem.ui.StateBadge;
import tallyfold.workitem.ui.StateBar;

/** How much of a project is closed, in total and for each linked system. */
final class ProgressCard extends Div {

    private final WorkItemSummary summary;

    ProgressCard(WorkItemSummary summary, List<Link> links) {
        this.summary = summary;
        addClassNames("tf-card", "tf-summary-card");
        add(new H2(Texts.of("portfolio.progress")));
        if (summary.counted().total() == 0) {
            add(SummaryPanel.quiet(Texts.of("portfolio.progress.none")));
        } else {
            showTotal(summary.counted());
        }
        links.forEach(link -> add(system(link)));
    }

    private void showTotal(Counts counted) {
        Span percent = new Span(Texts.of("portfolio.percent", counted.percent()));
        percent.addClassName("tf-project-percent");
        Div finding = new Div(
                percent,
                SummaryPanel.quiet(
                        Texts.of("portfolio.progress.closed", counted.closed(), counted.total(), countedWord())));
        finding.addClassName("tf-summary-finding");
        Div legend = new Div();
        legend.addClassName("tf-summary-legend");
        StateBar.ORDER.forEach(category -> legend.add(count(category, counted)));
        legend.add(count(StateCategory.REMOVED, counted));
        add(finding, new StateBar(counted), legend);
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

    private Component system(Link link) {
        Span name = new Span(LinkWords.system(link));
        name.addClassName("tf-name");
        Div words = new Div(name, new Span(", "), SummaryPanel.quiet(LinkWords.covers(link)));
        Instant detached = link.detached();
        if (detached != null) {
            words.add(new StatusWord(Symbol.LOCK, Texts.of("portfolio.copy-since", Times.day(detached)), Tone.QUIET));
        }
        Div line = new Div(words);
        line.addClassName("tf-summary-system");
        Counts counts = summary.links().stream()
                .filter(figures -> figures.link().equals(link.id()))
                .map(WorkItemSummary.OfLink::counted)
                .findFirst()
                .orElse(Counts.NONE);
        if (counts.total() == 0) {
            line.add(SummaryPanel.quiet(
                    Texts.of(link.loaded() == null ? "portfolio.not-read" : "portfolio.nothing-counts")));
        } else {
            line.add(
                    new ProgressLine(counts),
                    SummaryPanel.quiet(Texts.of("portfolio.progress.of", counts.closed(), counts.total())));
        }
        return line;
    }
}
