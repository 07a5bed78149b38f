package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import tallyfold.progress.Share;
import tallyfold.uikit.Texts;
import tallyfold.workitem.StateCounts;
import tallyfold.workitem.ui.StateBar;

/** A thin bar with the share of closed items beside it. */
public final class ProgressLine extends Div {

    /** By the weights of their states. */
    public ProgressLine(Share share) {
        addClassName("tf-progress-line");
        Span percent = new Span(Texts.of("portfolio.percent", share.percent()));
        percent.addClassName("tf-number");
        add(new StateBar(new StateCounts(share.byCategory())), percent);
    }
}
