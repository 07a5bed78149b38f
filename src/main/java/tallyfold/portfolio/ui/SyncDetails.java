package tallyfold.portfolio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.FailureText;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.ui.SyncProgressBar;
import tallyfold.uikit.Texts;

/** What happened in the last run of a link, and what to do. */
final class SyncDetails extends Div {

    /** @param cancel stops the run; null for who may not */
    SyncDetails(SyncStatusRow row, @Nullable Runnable cancel) {
        addClassName("tf-sync-details");
        SyncRun run = row.run();
        if (run != null && run.status() == SyncRunStatus.RUNNING && run.cancelledBy() == null) {
            add(new SyncProgressBar(run, row.system()));
        }
        Span words = new Span(words(row));
        words.setTitle(words.getText());
        add(words);
        if (run != null && run.status() == SyncRunStatus.FAILED) {
            add(FailureNote.helpLink(SyncWords.failure(run)));
        }
        if (run != null && run.warnings() > 0 && run.status().finished()) {
            add(new RouterLink(
                    Texts.of("portfolio.details.show"),
                    ProjectView.class,
                    ProjectAddress.parameters(row.project().id(), ProjectAddress.HISTORY)));
        }
        if (cancel != null && row.unfinished() && run != null && run.cancelledBy() == null) {
            Button button = new Button(Texts.of("portfolio.cancel"), _ -> cancel.run());
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            button.setAriaLabel(Texts.of("portfolio.cancel-of", row.system()));
            add(button);
        }
    }

    /** The same as a sentence or two. */
    static String words(SyncStatusRow row) {
        List<String> sentences = new ArrayList<>();
        SyncRun run = row.run();
        if (run != null) {
            sentences.add(words(run));
        }
        String resting = row.resting();
        if (!resting.isEmpty()) {
            sentences.add(resting);
        }
        return String.join(" ", sentences);
    }

    /** What is to say of a run. */
    static String words(SyncRun run) {
        return switch (run.status()) {
            case WAITING -> Texts.of("portfolio.details.WAITING");
            case INTERRUPTED -> Texts.of("portfolio.details.INTERRUPTED");
            case RUNNING ->
                run.cancelledBy() == null ? SyncProgressBar.words(run) : Texts.of("portfolio.details.stopping");
            case CANCELLED ->
                run.cancelledBy() == null
                        ? Texts.of("portfolio.details.CANCELLED")
                        : Texts.of("portfolio.details.cancelled-by", run.cancelledBy());
            case FAILED -> {
                FailureText failure = SyncWords.failure(run);
                yield failure.what() + " " + FailureNote.next(failure);
            }
            case FINISHED_WITH_WARNINGS -> changes(run) + " " + Texts.of("portfolio.details.warnings", run.warnings());
            case SUCCEEDED -> changes(run);
        };
    }

    private static String changes(SyncRun run) {
        List<String> parts = new ArrayList<>();
        add(parts, "portfolio.details.added", run.added());
        add(parts, "portfolio.details.changed", run.changed());
        add(parts, "portfolio.details.removed", run.removed());
        return parts.isEmpty()
                ? Texts.of("portfolio.details.nothing")
                : Texts.of("portfolio.details.changes", String.join(", ", parts));
    }

    private static void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(Texts.of(key, count));
        }
    }
}
