package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.ClassificationNode;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteProjectId;

/** Areas and iterations as choices. */
final class NodeChoices {

    private final NodeReader nodes;

    NodeChoices(NodeReader nodes) {
        this.nodes = nodes;
    }

    /** What is below a node; at the top the root itself and what is below it, for one question gives both. */
    List<ElementChoice> level(RemoteProjectId project, ElementKind kind, @Nullable String parent, Effort effort) {
        List<ElementChoice> choices = new ArrayList<>();
        ClassificationNode above;
        if (parent == null) {
            above = nodes.root(project, kind, effort);
            add(choices, kind, above, Plain.text(above.name()), false);
        } else {
            above = nodes.node(project, kind, parent, 1, effort);
        }
        String path = path(above);
        above.below()
                .forEach(child -> add(choices, kind, child, path + '\\' + Plain.text(child.name()), expandable(child)));
        return choices;
    }

    ElementChoice element(RemoteProjectId project, ElementKind kind, String key, Effort effort) {
        ClassificationNode node = nodes.node(project, kind, key, 0, effort);
        return choice(kind, node, path(node), expandable(node));
    }

    List<ElementChoice> find(RemoteProjectId project, ElementKind kind, String text, int limit, Effort effort) {
        ClassificationNode root = nodes.tree(project, kind, effort);
        List<ElementChoice> found = new ArrayList<>();
        search(kind, root, Plain.text(root.name()), text.toLowerCase(Locale.ROOT), found);
        return found.stream().limit(limit).toList();
    }

    private static void search(
            ElementKind kind, ClassificationNode node, String path, String text, List<ElementChoice> found) {
        if (Plain.text(node.name()).toLowerCase(Locale.ROOT).contains(text)) {
            add(found, kind, node, path, expandable(node));
        }
        node.below().forEach(child -> search(kind, child, path + '\\' + Plain.text(child.name()), text, found));
    }

    private static String path(ClassificationNode node) {
        return node.path() == null ? Plain.text(node.name()) : NodePaths.ofWorkItems(Plain.text(node.path()));
    }

    private static boolean expandable(ClassificationNode node) {
        return Boolean.TRUE.equals(node.hasChildren()) || node.below().findAny().isPresent();
    }

    private static void add(
            List<ElementChoice> to, ElementKind kind, ClassificationNode node, String path, boolean expandable) {
        if (node.id() != null) {
            to.add(choice(kind, node, path, expandable));
        }
    }

    private static ElementChoice choice(ElementKind kind, ClassificationNode node, String path, boolean expandable) {
        ClassificationNode.Attributes dates = node.attributes();
        return new ElementChoice(
                kind,
                String.valueOf(node.id()),
                Plain.text(node.name()),
                path,
                true,
                expandable,
                null,
                null,
                dates == null ? null : Dates.day(dates.startDate()),
                dates == null ? null : Dates.day(dates.finishDate()));
    }
}
