package tallyfold.azuredevops.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of work item types with the same place in the process. */
public record TypeCategory(
        @Nullable String referenceName, @Nullable List<@Nullable TypeName> workItemTypes) {

    /** The name of a type. */
    public record TypeName(@Nullable String name) {}
}
