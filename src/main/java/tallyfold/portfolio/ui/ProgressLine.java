package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import tallyfold.uikit.Texts;
import tallyfold.workitem.WorkItemSummary.Counts;
import tallyfold.workitem.ui.StateBar;

/** A thin bar with the share of closed items beside it. */
final class ProgressLine extends Div {

    ProgressLine(Counts counts) {
        addClassName("tf-progress-line");
        Span percent = new Span(Texts.of("portfolio.percent", counts.percent()));
        percent.addClassName("tf-number");
        add(new StateBar(counts), percent);
    }
}
