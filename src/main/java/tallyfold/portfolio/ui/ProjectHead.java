package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.FailureText;
import tallyfold.project.Link;
import tallyfold.project.Project;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.uikit.Note;
import tallyfold.uikit.PageHeader;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Name, days and state of a project, above its tabs. */
final class ProjectHead extends Div {

    private final Clock clock;
    private final Div state = new Div();
    private final Div below = new Div();

    /**
     * The head of a project.
     *
     * @param syncNow starts a run; null hides the button
     * @param connect opens the window for links; null hides the button
     */
    ProjectHead(
            Project project,
            ProjectDates dates,
            List<Link> links,
            LocalDate today,
            Clock clock,
            @Nullable Runnable syncNow,
            @Nullable Runnable connect) {
        this.clock = clock;
        state.addClassName("tf-project-state");
        state.getElement().setAttribute("aria-live", "polite");
        List<Component> actions = new ArrayList<>();
        actions.add(state);
        if (syncNow != null) {
            actions.add(new Button(Texts.of("portfolio.sync-now"), Symbol.REFRESH.icon(), _ -> syncNow.run()));
        }
        if (connect != null) {
            actions.add(new Button(Texts.of("portfolio.connect"), Symbol.LINK.icon(), _ -> connect.run()));
        }
        OpenInSource.of(links).ifPresent(actions::add);
        String remaining = dates.remaining(today);
        add(
                new PageHeader(
                        project.name(),
                        remaining.isEmpty() ? dates.words() : dates.words() + " · " + remaining,
                        actions.toArray(Component[]::new)),
                below);
    }

    /** Shows the state of the last run. */
    void show(@Nullable SyncRun run) {
        state.removeAll();
        state.add(SyncWords.status(run));
        below.removeAll();
        if (run == null) {
            return;
        }
        if (run.status() == SyncRunStatus.RUNNING) {
            ProgressBar bar = new ProgressBar();
            bar.getElement().setAttribute("aria-label", Texts.of("portfolio.sync.progress"));
            bar.setIndeterminate(run.expected() == null);
            if (run.expected() != null && run.expected() > 0) {
                bar.setValue(Math.min(1.0, (double) run.read() / run.expected()));
            }
            below.add(bar);
        } else if (run.finished() != null) {
            Span when = new Span(SyncWords.when(run, clock));
            when.addClassName("tf-quiet");
            state.add(when);
        }
        if (run.status() == SyncRunStatus.FAILED) {
            below.add(failure(SyncWords.failure(run)));
        }
    }

    private static Note failure(FailureText text) {
        Anchor help = new Anchor("help/" + text.helpAnchor(), Texts.of("portfolio.sync.help"));
        Span id = new Span(text.id());
        id.addClassName("tf-second-line");
        return new Note(Tone.BAD, new Span(text.what() + " " + text.next() + " "), help, id);
    }
}
