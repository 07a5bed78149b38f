package tallyfold.azuredevops.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who asks, and which organization answers. */
public record ConnectionData(
        @Nullable User authenticatedUser,
        @Nullable String instanceId,
        @Nullable String deploymentType) {

    /** The user as the connection data describe it. */
    public record User(
            @Nullable String id,
            @Nullable String descriptor,
            @Nullable String subjectDescriptor,
            @Nullable String providerDisplayName,
            @Nullable String customDisplayName,
            @Nullable Boolean isActive,
            @Nullable Map<String, JsonNode> properties) {}
}
