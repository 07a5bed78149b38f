package tallyfold.progress.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import tallyfold.progress.Trend;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** How progress has moved, as arrow and words. */
public final class TrendWord extends Span {

    public TrendWord(Trend trend) {
        addClassNames(
                "tf-status-word", trend.points() > 0 ? "tf-good" : trend.points() < 0 ? "tf-warning" : "tf-quiet");
        String direction = trend.points() > 0 ? "up" : trend.points() < 0 ? "down" : "same";
        add(
                icon(trend),
                new Span(Texts.of("progress.trend." + direction, Math.abs(trend.points()), Times.day(trend.since()))));
    }

    private static SvgIcon icon(Trend trend) {
        if (trend.points() == 0) {
            return Symbol.SKIPPED.icon();
        }
        return (trend.points() > 0 ? Symbol.TREND_UP : Symbol.TREND_DOWN).icon();
    }
}
