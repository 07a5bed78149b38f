package tallyfold.azuredevops.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of the tree of areas or iterations. */
public record ClassificationNode(
        @Nullable String identifier,
        @Nullable String name,
        @Nullable String path,
        @Nullable Boolean hasChildren,
        @Nullable Attributes attributes,
        @Nullable List<@Nullable ClassificationNode> children) {

    /** When an iteration runs. */
    public record Attributes(
            @Nullable String startDate, @Nullable String finishDate) {}
}
