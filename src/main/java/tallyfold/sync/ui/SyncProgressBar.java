package tallyfold.sync.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.progressbar.ProgressBarVariant;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.uikit.Texts;

/** How far a run is: a bar with its percentage. */
public final class SyncProgressBar extends Composite<Div> {

    /**
     * Draws a bar.
     *
     * @param of whose progress it is, for screen readers
     */
    public SyncProgressBar(SyncRun run, String of) {
        int percent = percent(run);
        ProgressBar bar = new ProgressBar(0, 100, percent);
        bar.getElement().setAttribute("aria-label", Texts.of("sync.progress-of", of));
        switch (run.status()) {
            case SUCCEEDED, FINISHED_WITH_WARNINGS -> bar.addThemeVariants(ProgressBarVariant.SUCCESS);
            case FAILED -> bar.addThemeVariants(ProgressBarVariant.ERROR);
            case WAITING, RUNNING, INTERRUPTED, CANCELLED -> bar.addClassName("tf-sync-running");
        }
        Span figure = new Span(Texts.of("sync.percent", percent));
        figure.addClassName("tf-number");
        getContent().addClassName("tf-sync-progress");
        getContent().add(bar, figure);
    }

    /** 0 to 100; less than 100 until the run has ended well, whatever was expected. */
    public static int percent(SyncRun run) {
        if (run.status() == SyncRunStatus.SUCCEEDED || run.status() == SyncRunStatus.FINISHED_WITH_WARNINGS) {
            return 100;
        }
        Integer expected = run.expected();
        return expected == null || expected <= 0 ? 0 : (int) Math.min(99L, run.read() * 100L / expected);
    }

    /** "1,480 of about 2,400 items". */
    public static String words(SyncRun run) {
        Integer expected = run.expected();
        return expected == null
                ? Texts.of(run.read() == 0 ? "sync.counting" : "sync.read", run.read())
                : Texts.of("sync.read-of", run.read(), Math.max(expected, run.read()));
    }
}
