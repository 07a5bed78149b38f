package tallyfold.portfolio.ui;

import org.jspecify.annotations.Nullable;
import tallyfold.sync.SyncRun;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** How far the import of one project is. */
enum ImportState {
    DONE(Symbol.SUCCESS, Tone.GOOD),
    FAILED(Symbol.FAILURE, Tone.BAD),
    RUNNING(Symbol.RUNNING, Tone.ACCENT),
    WAITING(Symbol.CLOCK, Tone.QUIET),
    CANCELLED(Symbol.SKIPPED, Tone.QUIET);

    private final Symbol symbol;
    private final Tone tone;

    ImportState(Symbol symbol, Tone tone) {
        this.symbol = symbol;
        this.tone = tone;
    }

    Symbol symbol() {
        return symbol;
    }

    Tone tone() {
        return tone;
    }

    String label() {
        return Texts.of("importing.state." + name());
    }

    /** Whether nothing more will happen by itself. */
    boolean ended() {
        return this != RUNNING && this != WAITING;
    }

    /** An interrupted run goes on with the next start of the server, so for the reader it waits. */
    static ImportState of(@Nullable SyncRun run) {
        if (run == null) {
            return WAITING;
        }
        return switch (run.status()) {
            case WAITING, INTERRUPTED -> WAITING;
            case RUNNING -> RUNNING;
            case SUCCEEDED, FINISHED_WITH_WARNINGS -> DONE;
            case FAILED -> FAILED;
            case CANCELLED -> CANCELLED;
        };
    }
}
