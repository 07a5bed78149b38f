package tallyfold.azuredevops.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A work item with all its fields.
 *
 * @param multilineFieldsFormat {@code html} or {@code markdown} by the reference name of a field; says nothing of older ones
 */
public record WorkItemText(
        long id,
        @Nullable Map<String, @Nullable JsonNode> fields,
        @Nullable Map<String, @Nullable String> multilineFieldsFormat) {}
