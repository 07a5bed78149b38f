package tallyfold.azuredevops;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.azuredevops.api.ClassificationNode;
import tallyfold.azuredevops.api.TeamIteration;

/** The paths of a tree as work items carry them, found by whatever the service calls a node elsewhere. Pure. */
final class NodePaths {

    private static final char SLASH = '\\';

    private final String root;
    private final Map<String, String> byIdentifier = new HashMap<>();
    private final Map<String, String> byPath = new HashMap<>();

    NodePaths(ClassificationNode tree) {
        this.root = tree.name() == null ? "" : tree.name();
        walk(tree, root);
    }

    private void walk(ClassificationNode node, String path) {
        byPath.put(lower(path), path);
        if (node.identifier() != null) {
            byIdentifier.put(lower(node.identifier()), path);
        }
        node.below().filter(child -> child.name() != null).forEach(child -> walk(child, path + SLASH + child.name()));
    }

    String root() {
        return root;
    }

    /**
     * The path of an iteration of a team; null when there is no such node. The identifier is certain. Only where it is
     * not in the tree is the path looked at, which is relative to the project or not.
     */
    @Nullable
    String of(TeamIteration iteration) {
        String known = iteration.id() == null ? null : byIdentifier.get(lower(iteration.id()));
        return known != null || iteration.path() == null ? known : ofPath(iteration.path());
    }

    private @Nullable String ofPath(String given) {
        String bare = trimmed(given);
        if (bare.isEmpty()) {
            return root;
        }
        String relative = byPath.get(lower(root + SLASH + bare));
        String full = byPath.get(lower(bare));
        String first = given.charAt(0) == SLASH ? relative : full;
        String second = given.charAt(0) == SLASH ? full : relative;
        return first != null ? first : second != null ? second : byPath.get(lower(ofWorkItems(bare)));
    }

    /** The path in work items of a node's own path, which has a segment more for the kind of tree. */
    static String ofWorkItems(String nodePath) {
        String bare = trimmed(nodePath);
        int kind = bare.indexOf(SLASH);
        if (kind < 0) {
            return bare;
        }
        int below = bare.indexOf(SLASH, kind + 1);
        return below < 0 ? bare.substring(0, kind) : bare.substring(0, kind) + bare.substring(below);
    }

    private static String trimmed(String path) {
        int from = 0;
        int to = path.length();
        while (from < to && path.charAt(from) == SLASH) {
            from++;
        }
        while (to > from && path.charAt(to - 1) == SLASH) {
            to--;
        }
        return path.substring(from, to);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
