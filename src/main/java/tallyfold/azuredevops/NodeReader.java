package tallyfold.azuredevops;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.ClassificationNode;
import tallyfold.azuredevops.api.WorkItemApi;
import tallyfold.azuredevops.http.ApiArea;
import tallyfold.azuredevops.http.Effort;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderException;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer;
import tallyfold.provider.ProviderFailure.UnexpectedAnswer.Oddity;
import tallyfold.provider.RemoteProjectId;

/** Reads areas and iterations: one, one with its children, or the whole tree. */
final class NodeReader {

    /** The most levels one answer reaches down. */
    private static final int DEPTH = 14;

    private static final int IDS = 50;

    private final Conversation conversation;
    private final Presence presence;
    private final WorkItemApi workItems;

    NodeReader(Conversation conversation, Presence presence, WorkItemApi workItems) {
        this.conversation = conversation;
        this.presence = presence;
        this.workItems = workItems;
    }

    /** The whole trees of areas and iterations by one question; branches deeper than an answer are asked for by themselves. */
    Map<ElementKind, ClassificationNode> trees(RemoteProjectId project, Effort effort) {
        List<ClassificationNode> roots = conversation
                .ask(ApiArea.WORK, effort, () -> workItems.roots(project.value(), DEPTH))
                .present()
                .toList();
        Map<ElementKind, ClassificationNode> trees = new EnumMap<>(ElementKind.class);
        for (ElementKind kind : List.of(ElementKind.AREA, ElementKind.ITERATION)) {
            ClassificationNode root = roots.stream()
                    .filter(node -> kind.name().equalsIgnoreCase(node.structureType()))
                    .findFirst()
                    .orElseThrow(() -> new ProviderException(new UnexpectedAnswer(Oddity.MALFORMED, 200)));
            trees.put(kind, whole(project, root, effort));
        }
        return trees;
    }

    /** The whole tree of one kind. */
    ClassificationNode tree(RemoteProjectId project, ElementKind kind, Effort effort) {
        return whole(
                project,
                conversation.ask(ApiArea.WORK, effort, () -> workItems.nodes(project.value(), structure(kind), DEPTH)),
                effort);
    }

    private ClassificationNode whole(RemoteProjectId project, ClassificationNode root, Effort effort) {
        ClassificationNode tree = root;
        Set<Integer> asked = new HashSet<>();
        while (true) {
            List<Integer> cut = new ArrayList<>();
            collectCutOff(tree, cut);
            cut.removeIf(id -> !asked.add(id));
            if (cut.isEmpty()) {
                return tree;
            }
            Map<Integer, ClassificationNode> branches = new HashMap<>();
            for (int from = 0; from < cut.size(); from += IDS) {
                String ids = cut.subList(from, Math.min(from + IDS, cut.size())).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
                conversation
                        .ask(ApiArea.WORK, effort, () -> workItems.nodesById(project.value(), ids, DEPTH))
                        .present()
                        .filter(node -> node.id() != null)
                        .forEach(node -> branches.put(node.id(), node));
            }
            tree = grafted(tree, branches);
        }
    }

    private static void collectCutOff(ClassificationNode node, List<Integer> into) {
        if (node.id() != null && node.cutOff()) {
            into.add(node.id());
        }
        node.below().forEach(child -> collectCutOff(child, into));
    }

    private static ClassificationNode grafted(ClassificationNode node, Map<Integer, ClassificationNode> branches) {
        ClassificationNode branch = node.id() == null || !node.cutOff() ? null : branches.get(node.id());
        if (branch != null) {
            return branch.children() == null ? node : node.with(branch.children());
        }
        List<@Nullable ClassificationNode> children = new ArrayList<>();
        node.below().forEach(child -> children.add(grafted(child, branches)));
        return children.isEmpty() ? node : node.with(children);
    }

    /** The root with its children. */
    ClassificationNode root(RemoteProjectId project, ElementKind kind, Effort effort) {
        return conversation.ask(ApiArea.WORK, effort, () -> workItems.nodes(project.value(), structure(kind), 1));
    }

    /** One node with as many levels below it as asked for. */
    ClassificationNode node(RemoteProjectId project, ElementKind kind, String key, int depth, Effort effort) {
        Stream<ClassificationNode> found = presence.ask(
                        project, ApiArea.WORK, effort, () -> workItems.nodesById(project.value(), key, depth))
                .present();
        return found.filter(node -> key.equals(String.valueOf(node.id())) && isOf(kind, node))
                .findFirst()
                .orElseThrow(() -> presence.gone(project, effort));
    }

    private static boolean isOf(ElementKind kind, ClassificationNode node) {
        return node.structureType() == null || node.structureType().equalsIgnoreCase(kind.name());
    }

    private static String structure(ElementKind kind) {
        return kind == ElementKind.ITERATION ? "iterations" : "areas";
    }
}
