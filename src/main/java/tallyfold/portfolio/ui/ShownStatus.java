package tallyfold.portfolio.ui;

import com.vaadin.flow.component.html.Span;
import tallyfold.progress.Share;
import tallyfold.project.OverallStatus;
import tallyfold.project.ProjectProgress;
import tallyfold.project.ProjectStatus;
import tallyfold.provider.StateCategory;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The one word lists have for how a project stands, worst first. */
public enum ShownStatus {
    OFF_TRACK(OverallStatus.OFF_TRACK.label(), Symbol.FAILURE, Tone.BAD),
    AT_RISK(OverallStatus.AT_RISK.label(), Symbol.WARNING, Tone.WARNING),
    ON_TRACK(OverallStatus.ON_TRACK.label(), Symbol.SUCCESS, Tone.GOOD),
    ON_HOLD(ProjectProgress.ON_HOLD.label(), Symbol.CLOCK, Tone.QUIET),
    NONE(Texts.of("portfolios.status.none"), Symbol.WAITING, Tone.QUIET),
    NOT_STARTED(ProjectProgress.NOT_STARTED.label(), Symbol.SKIPPED, Tone.QUIET),
    DONE(OverallStatus.DONE.label(), Symbol.CHECK, Tone.ACCENT),
    CANCELLED(ProjectProgress.CANCELLED.label(), Symbol.CLOSE, Tone.QUIET);

    private final String label;
    private final Symbol symbol;
    private final Tone tone;

    ShownStatus(String label, Symbol symbol, Tone tone) {
        this.label = label;
        this.symbol = symbol;
        this.tone = tone;
    }

    /** What ended or rests counts first, then what its manager says, then whether anything has begun. */
    public static ShownStatus of(ProjectStatus status, Share share) {
        return switch (status.progress()) {
            case CANCELLED -> CANCELLED;
            case ON_HOLD -> ON_HOLD;
            case COMPLETED -> DONE;
            case NOT_STARTED, IN_PROGRESS ->
                switch (status.overall()) {
                    case OFF_TRACK -> OFF_TRACK;
                    case AT_RISK -> AT_RISK;
                    case ON_TRACK -> ON_TRACK;
                    case DONE -> DONE;
                    case NONE -> status.progress() == ProjectProgress.NOT_STARTED && !begun(share) ? NOT_STARTED : NONE;
                };
        };
    }

    /** Whether any of some items is worked on or done. */
    public static boolean begun(Share share) {
        return share.items() > share.of(StateCategory.PROPOSED);
    }

    /** The words people read. */
    public String label() {
        return label;
    }

    public Tone tone() {
        return tone;
    }

    /** A new badge with icon and word. */
    public Span badge() {
        Span badge = new Span(symbol.icon(), new Span(label));
        badge.addClassNames("tf-badge", tone.className());
        return badge;
    }

    /** A new "4 On Track" with its icon. */
    public Span count(long projects) {
        Span line = new Span(symbol.icon(), new Span(Texts.of("portfolios.status.count", projects, label)));
        line.addClassNames("tf-status-word", tone.className());
        return line;
    }
}
