package tallyfold.azuredevops.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A person or group as the identity service knows it.
 *
 * @param properties each an object with a type and a value
 */
public record Identity(
        @Nullable String id,
        @Nullable String subjectDescriptor,
        @Nullable String providerDisplayName,
        @Nullable String customDisplayName,
        @Nullable Boolean isActive,
        @Nullable Boolean isContainer,
        @Nullable Map<String, @Nullable JsonNode> properties) {}
