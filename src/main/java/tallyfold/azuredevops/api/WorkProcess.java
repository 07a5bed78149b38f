package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/** A process of the organization; an inherited one names its parent. */
public record WorkProcess(
        @Nullable String typeId,
        @Nullable String name,
        @Nullable String parentProcessTypeId,
        @Nullable String customizationType) {}
