package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ProjectNavigation;
import tallyfold.project.LinkId;
import tallyfold.project.LinkOverlap;
import tallyfold.uikit.Note;
import tallyfold.uikit.StatusWord.Tone;
import tallyfold.uikit.Texts;

/** Warns of other links that cover the same. */
final class OverlapNotes extends Div {

    private final @Nullable LinkId edited;

    /**
     * Nothing yet.
     *
     * @param edited the link that is being changed, which may cover what it covers; null for a new one
     */
    OverlapNotes(@Nullable LinkId edited) {
        this.edited = edited;
        addClassName("tf-link-overlaps");
        getElement().setAttribute("aria-live", "polite");
    }

    void show(List<LinkOverlap> overlaps) {
        removeAll();
        overlaps.stream()
                .filter(overlap -> !overlap.link().equals(edited))
                .map(OverlapNotes::note)
                .forEach(this::add);
    }

    private static Note note(LinkOverlap overlap) {
        if (overlap.sameProject()) {
            return new Note(Tone.WARNING, Texts.of("linking.overlap-here", overlap.elementName()));
        }
        Anchor project = new Anchor(ProjectNavigation.summary(overlap.project()), overlap.projectName());
        project.setTarget("_blank");
        return new Note(
                Tone.WARNING,
                new Span(Texts.of("linking.overlap", overlap.elementName()) + " "),
                project,
                new Span(Texts.of("linking.overlap.both")));
    }
}
