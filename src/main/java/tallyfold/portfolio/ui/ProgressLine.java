package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import tallyfold.progress.Share;
import tallyfold.uikit.Texts;
import tallyfold.workitem.WorkItemSummary.Counts;
import tallyfold.workitem.ui.StateBar;

/** A thin bar with the share of closed items beside it. */
public final class ProgressLine extends Div {

    /** By the weights of their states. */
    public ProgressLine(Share share) {
        this(new Counts(share.byCategory()), share.percent());
    }

    ProgressLine(Counts counts) {
        this(counts, counts.percent());
    }

    private ProgressLine(Counts counts, int of100) {
        addClassName("tf-progress-line");
        Span percent = new Span(Texts.of("portfolio.percent", of100));
        percent.addClassName("tf-number");
        add(new StateBar(counts), percent);
    }
}
