package tallyfold.azuredevops.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A work item with the fields asked for; empty fields are absent. */
public record WorkItem(
        long id,
        int rev,
        @Nullable Map<String, @Nullable JsonNode> fields,
        @JsonProperty("_links") @Nullable Links links) {}
