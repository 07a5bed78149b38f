package tallyfold.sync;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.sync.internal.RunLogRepository;
import tallyfold.uikit.Texts;

/** The log of a run as people download it. */
final class SyncLog {

    private SyncLog() {}

    /**
     * A text of lines.
     *
     * @param system what was read, "contoso / Payments"; may be empty
     */
    static String text(SyncRun run, String system, List<SyncLogLine> lines) {
        StringBuilder text = new StringBuilder();
        text.append(Texts.of("sync.log.head", run.id().value().toString(), system))
                .append('\n');
        add(
                text,
                run.requested(),
                run.requestedBy() == null
                        ? Texts.of("sync.log.asked", run.trigger().label())
                        : Texts.of("sync.log.asked-by", run.trigger().label(), run.requestedBy()));
        if (lines.isEmpty() && run.started() != null) {
            add(text, run.started(), Texts.of("sync.log.begun"));
        }
        lines.forEach(line -> add(text, line.at(), line.line()));
        if (lines.size() >= RunLogRepository.MOST_KEPT) {
            text.append(Texts.of("sync.log.cut", RunLogRepository.MOST_KEPT)).append('\n');
        }
        Instant finished = run.finished();
        if (finished != null) {
            add(text, finished, end(run));
            add(
                    text,
                    finished,
                    Texts.of(
                            "sync.log.total",
                            run.read(),
                            run.added(),
                            run.changed(),
                            run.removed(),
                            run.warnings(),
                            run.requests(),
                            run.waited().toMillis() / 1000.0));
        }
        return text.toString();
    }

    private static String end(SyncRun run) {
        @Nullable String code = run.failureCode();
        if (run.status() == SyncRunStatus.FAILED && code != null) {
            FailureText words = FailureWords.of(code, run.failureDetail() == null ? "" : run.failureDetail());
            return Texts.of("sync.log.failed", words.id(), words.what(), words.next());
        }
        return run.cancelledBy() == null
                ? Texts.of("sync.log.ended", run.status().label())
                : Texts.of("sync.log.ended-by", run.status().label(), run.cancelledBy());
    }

    private static void add(StringBuilder text, Instant at, String line) {
        text.append(at.truncatedTo(ChronoUnit.MILLIS))
                .append("  ")
                .append(line.replaceAll("\\R", " "))
                .append('\n');
    }
}
