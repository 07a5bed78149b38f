package tallyfold.sync.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.FailureWords;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** How the last sync of a link went, as icon and word, with the time or the reason as second line. */
public final class SyncStatusBadge extends Composite<Div> {

    /** The state of the given run; null says that there has been none. */
    public SyncStatusBadge(@Nullable SyncRun run, Clock clock) {
        getContent().addClassName("tf-sync-status");
        getContent().add(run == null ? never() : word(run, clock));
    }

    /** The word alone, for tables and exports. */
    public static String word(@Nullable SyncRun run) {
        return run == null ? Texts.of("sync.never") : run.status().label();
    }

    /** Icon and word without a second line, for tables that tell the rest beside. */
    public static StatusWord status(@Nullable SyncRun run) {
        return run == null ? never() : new StatusWord(symbol(run.status()), word(run), tone(run.status()));
    }

    private static StatusWord never() {
        return new StatusWord(Symbol.SKIPPED, word(null), Tone.QUIET);
    }

    private static StatusWord word(SyncRun run, Clock clock) {
        return new StatusWord(symbol(run.status()), word(run), tone(run.status()), secondLine(run, clock));
    }

    private static @Nullable String secondLine(SyncRun run, Clock clock) {
        Instant finished = run.finished();
        return switch (run.status()) {
            case FAILED -> {
                String code = run.failureCode();
                String detail = run.failureDetail();
                yield code == null
                        ? null
                        : FailureWords.of(code, detail == null ? "" : detail).what();
            }
            case RUNNING -> SyncProgressBar.words(run);
            case SUCCEEDED, FINISHED_WITH_WARNINGS, CANCELLED ->
                finished == null ? null : Times.recent(finished, clock);
            case WAITING, INTERRUPTED -> null;
        };
    }

    private static Symbol symbol(SyncRunStatus status) {
        return switch (status) {
            case SUCCEEDED -> Symbol.SUCCESS;
            case FINISHED_WITH_WARNINGS -> Symbol.WARNING;
            case FAILED -> Symbol.FAILURE;
            case RUNNING -> Symbol.RUNNING;
            case WAITING, INTERRUPTED -> Symbol.CLOCK;
            case CANCELLED -> Symbol.SKIPPED;
        };
    }

    private static Tone tone(SyncRunStatus status) {
        return switch (status) {
            case SUCCEEDED -> Tone.GOOD;
            case FINISHED_WITH_WARNINGS -> Tone.WARNING;
            case FAILED -> Tone.BAD;
            case RUNNING -> Tone.ACCENT;
            case WAITING, INTERRUPTED, CANCELLED -> Tone.QUIET;
        };
    }
}
