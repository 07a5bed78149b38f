package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.FailureText;
import tallyfold.connection.FailureWords;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.project.Link;
import tallyfold.project.LinkedElement;
import tallyfold.sync.SyncRun;
import tallyfold.sync.SyncRunStatus;
import tallyfold.sync.SyncWarning;
import tallyfold.sync.ui.SyncProgressBar;
import tallyfold.sync.ui.SyncStatusBadge;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** One link of a project: where it leads, what it covers, how its last sync went. */
final class LinkCard extends Div {

    private final Link link;
    private final Clock clock;
    private final Div state = new Div();
    private final Div problems = new Div();

    /** What can be done with a link. */
    interface Actions {

        void syncNow(Link link);

        void edit(Link link);

        void mapFields(Link link);

        void unlink(Link link);
    }

    LinkCard(Link link, Actions actions, Clock clock) {
        this.link = link;
        this.clock = clock;
        addClassNames("tf-card", "tf-link-card");
        H3 system = new H3(LinkWords.system(link));
        Span covers = new Span(LinkWords.covers(link));
        covers.addClassName("tf-quiet");
        covers.setTitle(String.join(
                ", ", link.elements().stream().map(LinkedElement::name).toList()));
        state.addClassName("tf-link-state");
        state.getElement().setAttribute("aria-live", "polite");
        Div words = new Div(system, covers);
        words.addClassName("tf-two-lines");
        Div buttons = new Div();
        buttons.addClassName("tf-actions");
        if (link.detached() == null) {
            buttons.add(
                    button("linking.sync-now", Symbol.REFRESH, () -> actions.syncNow(link)),
                    button("linking.edit", Symbol.EDIT, () -> actions.edit(link)),
                    button("linking.map-fields", Symbol.COLUMNS, () -> actions.mapFields(link)),
                    danger(button("linking.unlink", Symbol.UNLINK, () -> actions.unlink(link))));
        } else {
            buttons.add(danger(button("linking.remove-copy", Symbol.DELETE, () -> actions.unlink(link))));
        }
        Div head = new Div(words, buttons);
        head.addClassName("tf-link-card-head");
        problems.addClassName("tf-link-state");
        add(head, state, problems);
    }

    /**
     * Shows the last run, what it met, and when the next one comes.
     *
     * @param now the link as it is since that run
     */
    void show(Link now, @Nullable SyncRun run, Optional<Instant> next, List<SyncWarning> warnings) {
        state.removeAll();
        problems.removeAll();
        List<LinkedElement> unread =
                now.elements().stream().filter(each -> each.problem() != null).toList();
        unread.forEach(each -> problems.add(problem(each)));
        Instant detached = link.detached();
        if (detached != null) {
            state.add(new Note(Tone.INFO, Texts.of("linking.copy", LinkWords.system(link), Times.day(detached))));
            return;
        }
        Span coming = new Span(next.map(time -> Texts.of("linking.next-sync", Times.minute(time)))
                .orElse(Texts.of("linking.next-sync.off")));
        coming.addClassName("tf-quiet");
        Div line = new Div(status(run), coming);
        line.addClassName("tf-link-state-line");
        state.add(line);
        if (run != null && run.status() == SyncRunStatus.RUNNING) {
            state.add(new SyncProgressBar(run, LinkWords.system(link)));
        }
        if (run != null) {
            RunWarnings.of(run, warnings, !unread.isEmpty()).ifPresent(state::add);
        }
        if (run != null && run.status() == SyncRunStatus.FAILED) {
            state.add(failure(FailureWords.of(
                    run.failureCode() == null ? "INTERNAL" : run.failureCode(),
                    run.failureDetail() == null ? "" : run.failureDetail())));
        }
    }

    /** A failure is told at length below, so that here only its time is. */
    private Component status(@Nullable SyncRun run) {
        return run != null && run.status() == SyncRunStatus.FAILED && run.finished() != null
                ? new StatusWord(
                        Symbol.FAILURE, SyncStatusBadge.word(run), Tone.BAD, Times.recent(run.finished(), clock))
                : new SyncStatusBadge(run, clock);
    }

    private static Note problem(LinkedElement element) {
        FailureText words = FailureWords.of(element.problem() == null ? "" : element.problem(), "");
        return new Note(
                Tone.WARNING,
                new Span(element.name() + ": " + words.what() + " " + FailureNote.next(words) + " "),
                FailureNote.helpLink(words));
    }

    private static Note failure(FailureText words) {
        return new Note(
                Tone.BAD, new Span(words.what() + " " + FailureNote.next(words) + " "), FailureNote.helpLink(words));
    }

    private Button button(String key, Symbol symbol, Runnable action) {
        Button button = new Button(Texts.of(key), symbol.icon(), _ -> action.run());
        button.setAriaLabel(Texts.of("linking.action-of", Texts.of(key), LinkWords.system(link)));
        return button;
    }

    private static Button danger(Button button) {
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        return button;
    }
}
