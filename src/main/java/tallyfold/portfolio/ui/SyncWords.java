package tallyfold.portfolio.ui;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** What a run has to say on project pages. */
final class SyncWords {

    private SyncWords() {}

    /** Icon and word for the state of the last run. */
    static StatusWord status(@Nullable SyncRun run) {
        if (run == null) {
            return new StatusWord(Symbol.SKIPPED, Texts.of("portfolio.sync.never"), Tone.QUIET);
        }
        String word = Texts.of("portfolio.sync." + run.status().name());
        return switch (run.status()) {
            case WAITING, INTERRUPTED -> new StatusWord(Symbol.WAITING, word, Tone.QUIET);
            case RUNNING -> new StatusWord(Symbol.RUNNING, running(run), Tone.INFO);
            case SUCCEEDED -> new StatusWord(Symbol.SUCCESS, word, Tone.GOOD);
            case FINISHED_WITH_WARNINGS -> new StatusWord(Symbol.WARNING, word, Tone.WARNING);
            case FAILED ->
                new StatusWord(Symbol.FAILURE, word, Tone.BAD, failure(run).what());
            case CANCELLED -> new StatusWord(Symbol.SKIPPED, word, Tone.QUIET);
        };
    }

    /** As {@link #status}, without the reason of a failure, for where that is told at length. */
    static StatusWord brief(@Nullable SyncRun run) {
        return run != null && run.status() == SyncRunStatus.FAILED
                ? new StatusWord(Symbol.FAILURE, Texts.of("portfolio.sync.FAILED"), Tone.BAD)
                : status(run);
    }

    /** "4 min ago", or that there was none. */
    static String when(@Nullable SyncRun run, Clock clock) {
        if (run == null) {
            return Texts.of("portfolio.sync.never");
        }
        @Nullable Instant moment = run.finished() != null ? run.finished() : run.started();
        return Times.recent(moment == null ? run.requested() : moment, clock);
    }

    /** The words for what made a run fail. */
    static FailureText failure(SyncRun run) {
        return FailureWords.of(
                run.failureCode() == null ? "INTERNAL" : run.failureCode(),
                run.failureDetail() == null ? "" : run.failureDetail());
    }

    private static String running(SyncRun run) {
        return run.expected() == null
                ? Texts.of("portfolio.sync.RUNNING")
                : Texts.of("portfolio.sync.running-of", run.read(), Math.max(run.read(), run.expected()));
    }
}
