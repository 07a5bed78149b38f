package tallyfold.portfolio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.FailureText;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.portfolio.ui.standing.StatusBadge;
import tallyfold.project.Link;
import tallyfold.project.OverallStatus;
import tallyfold.project.Project;
import tallyfold.project.ProjectManager;
import tallyfold.project.ProjectStatus;
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
    private final boolean known;
    private final boolean linked;
    private final ProjectStatus status;
    private final @Nullable Runnable cancel;
    private final Div state = new Div();
    private final Div below = new Div();

    /**
     * The head of a project.
     *
     * @param syncNow starts a run; null hides the button
     * @param cancel stops a run; null hides the button
     * @param connect opens the window for links; null hides the button
     */
    ProjectHead(
            Project project,
            ProjectDates dates,
            List<Link> links,
            LocalDate today,
            Clock clock,
            @Nullable Runnable syncNow,
            @Nullable Runnable cancel,
            @Nullable Runnable connect) {
        this.clock = clock;
        this.known = !links.isEmpty();
        this.linked = links.stream().anyMatch(link -> link.detached() == null);
        this.status = project.status();
        this.cancel = cancel;
        state.addClassName("tf-project-state");
        below.addClassName("tf-project-news");
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
        PageHeader header =
                new PageHeader(project.name(), sentence(project, dates, today), actions.toArray(Component[]::new));
        if (status.overall() != OverallStatus.NONE) {
            header.setBeside(new StatusBadge(status.overall()));
        }
        add(header, below);
    }

    private static String sentence(Project project, ProjectDates dates, LocalDate today) {
        ProjectManager manager = project.manager();
        return Stream.of(
                        manager == null ? "" : Texts.of("standing.manager", manager.name()),
                        dates.words(),
                        dates.remaining(today))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Shows the state of the last run. */
    void show(@Nullable SyncRun run) {
        state.removeAll();
        if (known || run != null) {
            state.add(SyncWords.brief(run));
        }
        below.removeAll();
        showResting();
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
            below.add(progress(run, bar));
        } else if (run.finished() != null) {
            Span when = new Span(SyncWords.when(run, clock));
            when.addClassName("tf-quiet");
            state.add(when);
        }
        if (run.status() == SyncRunStatus.FAILED) {
            below.add(failure(SyncWords.failure(run)));
        }
    }

    private void showResting() {
        if (linked && !status.active()) {
            below.add(new Note(Tone.INFO, Texts.of("portfolio.resting.note", status.resting())));
        }
    }

    private Div progress(SyncRun run, ProgressBar bar) {
        Div line = new Div(bar);
        line.addClassName("tf-project-running");
        if (cancel != null && run.cancelledBy() == null) {
            Button button = new Button(Texts.of("portfolio.cancel-sync"), _ -> cancel.run());
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            line.add(button);
        }
        return line;
    }

    private static Note failure(FailureText text) {
        return new Note(
                Tone.BAD, new Span(text.what() + " " + FailureNote.next(text) + " "), FailureNote.helpLink(text));
    }
}
