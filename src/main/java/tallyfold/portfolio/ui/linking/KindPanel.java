package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.source.BackgroundCall;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.uikit.EmptyState;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The parts of one kind: a filter that asks the source system, and a tree or list to tick in. */
final class KindPanel extends Div {

    private static final int FOUND_AT_MOST = 200;
    private static final int LONGEST_TEXT = 128;

    private final LinkingContext context;
    private final Remote remote;
    private final ElementKind kind;
    private final ElementSelection selection;
    private final TypeIcons types;
    private final Runnable changed;
    private final TextField filter = new TextField();
    private final Div content = new Div();
    private final Span hint = new Span();
    private @Nullable ChoiceTree tree;
    private @Nullable ChoiceResults results;
    private @Nullable BackgroundCall looking;

    KindPanel(
            LinkingContext context,
            Remote remote,
            ElementKind kind,
            ElementSelection selection,
            TypeIcons types,
            Runnable changed) {
        this.context = context;
        this.remote = remote;
        this.kind = kind;
        this.selection = selection;
        this.types = types;
        this.changed = changed;
        addClassName("tf-link-panel");
        filter.setPlaceholder(KindWords.of("filter", kind));
        filter.setAriaLabel(KindWords.of("filter", kind));
        filter.setPrefixComponent(Symbol.SEARCH.icon());
        filter.setClearButtonVisible(true);
        filter.setMaxLength(LONGEST_TEXT);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(_ -> look());
        content.addClassName("tf-link-content");
        hint.addClassNames("tf-quiet", "tf-link-hint");
        hint.getElement().setAttribute("aria-live", "polite");
        add(filter, content, hint);
        look();
    }

    /** Shows how each choice stands now. */
    void refresh() {
        if (tree != null) {
            tree.refresh();
        }
        if (results != null) {
            results.refresh();
        }
    }

    private void look() {
        stop();
        results = null;
        hint.setText(KindWords.of("hint", kind));
        String text = filter.getValue().replace("\0", "").strip();
        if (!text.isEmpty()) {
            find(text);
        } else if (kind == ElementKind.WORK_ITEM) {
            show(new EmptyState(Symbol.SEARCH, Texts.of("linking.find-items"), Texts.of("linking.find-items.next")));
        } else {
            if (tree == null) {
                tree = new ChoiceTree(context, remote, kind, selection, types, changed);
            }
            tree.refresh();
            show(tree);
        }
    }

    private void find(String text) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", KindWords.of("reading", kind));
        Div reading = new Div(bar, new Span(Texts.of("linking.looking", text)));
        reading.addClassName("tf-link-looking");
        show(reading);
        looking = BackgroundCall.start(
                context.background(),
                _ -> {
                    if (kind == ElementKind.WORK_ITEM) {
                        types.load();
                    }
                    return context.links()
                            .find(remote.connection(), remote.project().id(), kind, text, FOUND_AT_MOST);
                },
                found -> show(text, found),
                failure -> show(new FailureNote(FailureNote.Deed.LINKING, failure, () -> find(text))));
    }

    private void show(String text, List<ElementChoice> found) {
        if (found.isEmpty()) {
            show(new EmptyState(
                    Symbol.SEARCH,
                    KindWords.of("not-found", kind, text),
                    KindWords.of("not-found.next", kind),
                    new Button(Texts.of("linking.clear-filter"), _ -> {
                        filter.clear();
                        filter.focus();
                    })));
            return;
        }
        ChoiceResults grid = new ChoiceResults(kind, found, selection, types, changed);
        results = grid;
        hint.setText(
                found.size() >= FOUND_AT_MOST
                        ? Texts.of("linking.found-many", found.size())
                        : Texts.of("linking.found", found.size()));
        show(grid);
    }

    private void show(Component state) {
        content.removeAll();
        content.add(state);
    }

    private void stop() {
        if (looking != null) {
            looking.cancel();
            looking = null;
        }
    }
}
