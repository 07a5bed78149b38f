package tallyfold.azuredevops.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of work item with its states in the order of the workflow. */
public record WorkItemType(
        @Nullable String name,
        @Nullable String color,
        @Nullable Icon icon,
        @Nullable List<@Nullable State> states) {

    /** The picture of a type. */
    public record Icon(@Nullable String id) {}

    /** A state and what it means. */
    public record State(
            @Nullable String name,
            @Nullable String color,
            @Nullable String category) {}
}
