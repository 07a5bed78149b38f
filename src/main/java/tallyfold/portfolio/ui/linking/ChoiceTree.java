package tallyfold.portfolio.ui.linking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.TreeData;
import com.vaadin.flow.data.provider.hierarchy.TreeDataProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.portfolio.ui.source.BackgroundCall;
import tallyfold.portfolio.ui.source.FailureNote;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemotePage;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The parts of one kind in their order. A branch is asked for when it is opened, off the UI thread, page by page. */
final class ChoiceTree extends TreeGrid<ChoiceNode> {

    private final LinkingContext context;
    private final Remote remote;
    private final ElementKind kind;
    private final ElementSelection selection;
    private final TypeIcons types;
    private final Runnable changed;
    private final TreeData<ChoiceNode> data = new TreeData<>();
    private final TreeDataProvider<ChoiceNode> provider = new TreeDataProvider<>(data);
    private final Map<ChoiceNode, ChoiceCell> cells = new HashMap<>();

    ChoiceTree(
            LinkingContext context,
            Remote remote,
            ElementKind kind,
            ElementSelection selection,
            TypeIcons types,
            Runnable changed) {
        super();
        this.context = context;
        this.remote = remote;
        this.kind = kind;
        this.selection = selection;
        this.types = types;
        this.changed = changed;
        addClassName("tf-link-tree");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", KindWords.of("kind", kind));
        addComponentHierarchyColumn(this::cell).setHeader(KindWords.of("kind", kind));
        setDataProvider(provider);
        addExpandListener(opened -> opened.getItems().forEach(this::open));
        load(null, null);
    }

    /** Shows how each choice stands now. */
    void refresh() {
        cells.values().forEach(ChoiceCell::refresh);
    }

    private void open(ChoiceNode node) {
        if (node instanceof ChoiceNode.Choice choice && choice.ask()) {
            load(choice, null);
        }
    }

    private void load(ChoiceNode.@Nullable Choice parent, @Nullable String continuation) {
        replaceLast(parent, List.of(new ChoiceNode.Reading(parent)));
        @Nullable String key = parent == null ? null : parent.choice().key();
        BackgroundCall.start(
                context.background(),
                _ -> context.links()
                        .choices(remote.connection(), remote.project().id(), kind, key, continuation),
                page -> show(parent, page),
                failure -> replaceLast(parent, List.of(new ChoiceNode.Failed(parent, continuation, failure))));
    }

    private void show(ChoiceNode.@Nullable Choice parent, RemotePage<ElementChoice> page) {
        List<ChoiceNode> nodes = new ArrayList<>();
        page.items().forEach(choice -> nodes.add(new ChoiceNode.Choice(parent, choice)));
        if (page.continuation() != null) {
            nodes.add(new ChoiceNode.More(parent, page.continuation()));
        } else if (nodes.isEmpty() && children(parent).size() == 1) {
            nodes.add(new ChoiceNode.Nothing(parent));
        }
        replaceLast(parent, nodes);
        if (parent == null && nodes.size() == 1) {
            // A single root is only a step on the way.
            nodes.stream()
                    .filter(node -> node instanceof ChoiceNode.Choice root
                            && root.choice().expandable())
                    .forEach(root -> {
                        expand(root);
                        open(root);
                    });
        }
    }

    /** Puts nodes where a branch says that it is read, could not be, or goes on. */
    private void replaceLast(@Nullable ChoiceNode parent, List<? extends ChoiceNode> nodes) {
        children(parent).stream()
                .filter(node -> !(node instanceof ChoiceNode.Choice))
                .forEach(data::removeItem);
        for (ChoiceNode node : nodes) {
            data.addItem(parent, node);
            if (node instanceof ChoiceNode.Choice choice && choice.choice().expandable()) {
                data.addItem(choice, new ChoiceNode.Reading(choice));
            }
        }
        provider.refreshAll();
    }

    private List<ChoiceNode> children(@Nullable ChoiceNode parent) {
        return List.copyOf(parent == null ? data.getRootItems() : data.getChildren(parent));
    }

    private Component cell(ChoiceNode node) {
        return switch (node) {
            case ChoiceNode.Choice choice -> {
                ChoiceCell cell = new ChoiceCell(choice.choice(), selection, types, changed);
                cells.put(choice, cell);
                yield cell;
            }
            case ChoiceNode.Reading _ -> quiet(Symbol.RUNNING, KindWords.of("reading", kind));
            case ChoiceNode.Nothing _ -> quiet(Symbol.INFO, KindWords.of("nothing", kind));
            case ChoiceNode.Failed failed ->
                new FailureNote(
                        FailureNote.Deed.LINKING,
                        failed.failure(),
                        () -> load(parentOf(failed), failed.continuation()));
            case ChoiceNode.More more -> {
                Button button = new Button(Texts.of("portfolio.more"), _ -> load(parentOf(more), more.continuation()));
                button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                yield button;
            }
        };
    }

    private static ChoiceNode.@Nullable Choice parentOf(ChoiceNode node) {
        return node.parent() instanceof ChoiceNode.Choice choice ? choice : null;
    }

    private static Span quiet(Symbol symbol, String text) {
        Span line = new Span(symbol.icon(), new Span(text));
        line.addClassNames("tf-quiet", "tf-link-choice");
        line.getElement().setAttribute("role", "status");
        return line;
    }
}
