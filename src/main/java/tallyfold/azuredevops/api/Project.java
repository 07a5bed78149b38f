package tallyfold.azuredevops.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A project; the list leaves capabilities and links out. */
public record Project(
        @Nullable String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String state,
        @Nullable String lastUpdateTime,
        @Nullable Capabilities capabilities,
        @JsonProperty("_links") @Nullable Links links) {

    /** What a project was made with. */
    public record Capabilities(@Nullable ProcessTemplate processTemplate) {}

    /** The process a project works by. */
    public record ProcessTemplate(
            @Nullable String templateName, @Nullable String templateTypeId) {}
}
