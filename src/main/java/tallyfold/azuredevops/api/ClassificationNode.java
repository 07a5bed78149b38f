package tallyfold.azuredevops.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of areas or iterations.
 *
 * @param id stays the same when the node is renamed or moved
 * @param identifier likewise, and what teams name an iteration by
 * @param path starts with a backslash and has a segment for the kind of tree behind the project's name
 * @param children null where the answer does not reach down to them
 */
public record ClassificationNode(
        @Nullable Integer id,
        @Nullable String identifier,
        @Nullable String name,
        @Nullable String structureType,
        @Nullable String path,
        @Nullable Boolean hasChildren,
        @Nullable Attributes attributes,
        @Nullable List<@Nullable ClassificationNode> children) {

    /** The same node with other children. */
    public ClassificationNode with(List<@Nullable ClassificationNode> others) {
        return new ClassificationNode(id, identifier, name, structureType, path, hasChildren, attributes, others);
    }

    /** The children that are there. */
    public Stream<ClassificationNode> below() {
        return children == null
                ? Stream.empty()
                : children.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    /** Whether there are children that the answer leaves out. */
    public boolean cutOff() {
        return Boolean.TRUE.equals(hasChildren) && below().findAny().isEmpty();
    }

    /** When an iteration runs. */
    public record Attributes(
            @Nullable String startDate, @Nullable String finishDate) {}
}
