package tallyfold.progress.ui;

import java.util.List;
import tallyfold.progress.IterationState;
import tallyfold.progress.LinkIterations;
import tallyfold.progress.Share;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.WorkItemFilter;

/** An iteration in words, and the way to its items. */
final class IterationWords {

    private IterationWords() {}

    /** "Closed", "Started", "Not started", "Not scheduled", each with its icon. */
    static StatusWord state(IterationState state) {
        StatusWord word = new StatusWord(
                switch (state) {
                    case CLOSED -> Symbol.STATE_COMPLETED;
                    case STARTED -> Symbol.STATE_IN_PROGRESS;
                    case NOT_STARTED -> Symbol.STATE_PROPOSED;
                    case NOT_SCHEDULED -> Symbol.SKIPPED;
                },
                text(state),
                switch (state) {
                    case CLOSED -> StatusWord.Tone.GOOD;
                    case STARTED -> StatusWord.Tone.INFO;
                    case NOT_STARTED, NOT_SCHEDULED -> StatusWord.Tone.QUIET;
                });
        word.addClassName("tf-iteration-state");
        return word;
    }

    static String text(IterationState state) {
        return Texts.of("progress.iteration." + state.name());
    }

    /** "34 of 34". */
    static String closed(Share share) {
        return share.items() == 0
                ? Texts.of("progress.iteration.nothing")
                : Texts.of("progress.of", share.closed(), share.items());
    }

    /** The items of an iteration and of those below it, of the types its process plans by. */
    static WorkItemFilter items(LinkIterations link, LinkIterations.Row row) {
        return WorkItemFilter.NONE
                .withTypes(link.planTypes())
                .withIterations(List.of(hasBelow(link, row) ? row.path() + WorkItemFilter.BELOW : row.path()));
    }

    static boolean hasBelow(LinkIterations link, LinkIterations.Row row) {
        return link.rows().stream().anyMatch(other -> isBelow(other.path(), row.path()));
    }

    static boolean isBelow(String path, String above) {
        return path.length() > above.length() + 1 && path.startsWith(above) && path.charAt(above.length()) == '\\';
    }
}
