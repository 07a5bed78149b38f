package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.source.BackgroundCall;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkOverlap;
import tallyfold.project.LinkResult;
import tallyfold.project.ScheduleSource;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** Sends what was chosen and says what became of it; also where the person is asked what stands open. */
final class LinkSubmission extends Div {

    private final LinkingContext context;
    private final Consumer<Link> linked;
    private Set<LinkId> acknowledged = Set.of();
    private boolean under;

    /** One attempt to make or change a link, off the UI thread. */
    interface Attempt {

        LinkResult make(Set<LinkId> acknowledged, @Nullable ScheduleSource schedule);
    }

    LinkSubmission(LinkingContext context, Consumer<Link> linked) {
        this.context = context;
        this.linked = linked;
        addClassName("tf-link-outcome");
        getElement().setAttribute("aria-live", "polite");
    }

    /** Something else was chosen: what was said and acknowledged before is about the past. */
    void reset() {
        acknowledged = Set.of();
        if (!under) {
            removeAll();
        }
    }

    /** Says what is missing; nothing was sent. */
    void missing(String sentence) {
        say(new Note(Tone.BAD, sentence));
    }

    /**
     * Sends.
     *
     * @param button what the button is called that sends, for words about pressing it again
     */
    void send(String button, LinkEditor editor, Attempt attempt) {
        send(button, editor, attempt, null);
    }

    private void send(String button, LinkEditor editor, Attempt attempt, @Nullable ScheduleSource schedule) {
        if (under) {
            return;
        }
        under = true;
        Set<LinkId> told = acknowledged;
        Span working = new Span(Symbol.RUNNING.icon(), new Span(Texts.of("linking.working")));
        working.addClassNames("tf-status-word", "tf-quiet");
        removeAll();
        add(working);
        BackgroundCall.start(
                context.background(),
                _ -> attempt.make(told, schedule),
                result -> {
                    under = false;
                    removeAll();
                    show(result, button, editor, attempt);
                },
                failure -> {
                    under = false;
                    removeAll();
                    add(new FailureNote(
                            FailureNote.Deed.LINKING, failure, () -> send(button, editor, attempt, schedule)));
                });
    }

    private void show(LinkResult result, String button, LinkEditor editor, Attempt attempt) {
        switch (result) {
            case LinkResult.Linked done -> linked.accept(done.link());
            case LinkResult.Refused refused -> {
                editor.refuse(refused.elements());
                say(new Note(Tone.BAD, refused.reason()));
            }
            case LinkResult.Overlapping overlapping -> {
                acknowledged =
                        overlapping.overlaps().stream().map(LinkOverlap::link).collect(Collectors.toUnmodifiableSet());
                editor.overlaps(overlapping.overlaps());
                say(new Note(Tone.WARNING, Texts.of("linking.overlapping", button)));
            }
            case LinkResult.ScheduleQuestion question ->
                new ScheduleQuestionDialog(question.project(), chosen -> send(button, editor, attempt, chosen)).open();
        }
    }

    private void say(Note note) {
        removeAll();
        add(note);
    }
}
