package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.html.Span;
import tallyfold.project.OverallStatus;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;

/** A status as icon and word. */
public final class StatusBadge extends Span {

    public StatusBadge(OverallStatus status) {
        super(symbol(status).icon(), new Span(status.label()));
        addClassNames("tf-badge", tone(status).className());
    }

    private static Symbol symbol(OverallStatus status) {
        return switch (status) {
            case NONE -> Symbol.SKIPPED;
            case ON_TRACK -> Symbol.SUCCESS;
            case AT_RISK -> Symbol.WARNING;
            case OFF_TRACK -> Symbol.FAILURE;
            case DONE -> Symbol.FLAG;
        };
    }

    private static Tone tone(OverallStatus status) {
        return switch (status) {
            case NONE -> Tone.QUIET;
            case ON_TRACK -> Tone.GOOD;
            case AT_RISK -> Tone.WARNING;
            case OFF_TRACK -> Tone.BAD;
            case DONE -> Tone.INFO;
        };
    }
}
