package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.project.LinkId;
import tallyfold.project.LinkOverlap;
import tallyfold.project.LinkPreview;
import tallyfold.project.LinkedElement;
import tallyfold.provider.Element;
import tallyfold.provider.ElementKind;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** What of a remote project is linked: kinds on the left, their parts in the middle, what that covers on the right. */
final class LinkEditor extends Div implements Coverage.Listener {

    private final LinkingContext context;
    private final Remote remote;
    private final Runnable changed;
    private final ElementSelection selection = new ElementSelection();
    private final TypeIcons types;
    private final KindChoice kinds = new KindChoice(this::look);
    private final Map<ElementKind, KindPanel> panels = new EnumMap<>(ElementKind.class);
    private final Span leaving = new Span();
    private final Div middle = new Div();
    private final CoversPanel covers;
    private final Div problem = new Div();
    private final OverlapNotes overlaps;
    private final Coverage coverage;

    /**
     * An editor that begins with the whole project.
     *
     * @param edited the link that is being changed; null for a new one
     * @param changed called after something else was chosen
     */
    LinkEditor(LinkingContext context, Remote remote, @Nullable LinkId edited, Runnable changed) {
        this.context = context;
        this.remote = remote;
        this.changed = changed;
        types = new TypeIcons(context.links(), remote);
        overlaps = new OverlapNotes(edited);
        coverage = new Coverage(context, remote, types, this);
        covers = new CoversPanel(selection, types, this::selectionChanged, coverage::stop);
        addClassName("tf-link-editor");
        leaving.addClassNames("tf-quiet", "tf-link-hint");
        leaving.getElement().setAttribute("aria-live", "polite");
        middle.addClassName("tf-link-middle");
        Div left = new Div(kinds, leaving);
        left.addClassName("tf-link-left");
        Div right = new Div(covers, problem, overlaps);
        right.addClassName("tf-link-right");
        add(left, middle, right);
        look(ElementKind.PROJECT);
    }

    /** Begins with what a link covers. */
    void take(Collection<LinkedElement> elements) {
        selection.take(elements);
        elements.stream()
                .findFirst()
                .ifPresent(first -> kinds.setValue(first.element().kind()));
        selectionChanged();
    }

    List<Element> elements() {
        return selection.elements();
    }

    void refuse(Map<Element, String> reasons) {
        covers.refuse(reasons);
    }

    @Override
    public void counting(long soFar) {
        covers.counting(soFar);
    }

    @Override
    public void overlaps(List<LinkOverlap> found) {
        overlaps.show(found);
    }

    @Override
    public void counted(LinkPreview preview) {
        covers.show(preview);
    }

    @Override
    public void failed(RuntimeException failure) {
        covers.notCounted();
        problem.add(new FailureNote(FailureNote.Deed.LINKING, failure, this::selectionChanged));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        coverage.count(selection.elements());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        coverage.stop();
        super.onDetach(event);
    }

    private void look(@Nullable ElementKind kind) {
        ElementKind shown = kind == null ? ElementKind.PROJECT : kind;
        boolean whole = shown == ElementKind.PROJECT;
        boolean turned = selection.whole() != whole;
        selection.whole(whole);
        leaving.setText(turned && !whole ? Texts.of("linking.left-whole") : "");
        middle.removeAll();
        middle.add(whole ? wholeProject() : panels.computeIfAbsent(shown, this::panel));
        if (turned || whole) {
            selectionChanged();
        }
    }

    private KindPanel panel(ElementKind kind) {
        return new KindPanel(context, remote, kind, selection, types, this::selectionChanged);
    }

    private Component wholeProject() {
        int kept = selection.parts().size();
        return new EmptyState(
                Symbol.PORTFOLIOS,
                Texts.of("linking.whole", remote.project().name()),
                Texts.of("linking.whole.text") + (kept == 0 ? "" : " " + Texts.of("linking.whole.kept", kept)));
    }

    private void selectionChanged() {
        problem.removeAll();
        kinds.show(selection);
        covers.refresh();
        panels.values().forEach(KindPanel::refresh);
        if (isAttached()) {
            coverage.count(selection.elements());
        }
        changed.run();
    }
}
