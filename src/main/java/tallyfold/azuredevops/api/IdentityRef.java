package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/** A reference to a person or group. */
public record IdentityRef(
        @Nullable String id,
        @Nullable String descriptor,
        @Nullable String displayName,
        @Nullable String uniqueName,
        @Nullable Boolean inactive,
        @Nullable Boolean isContainer) {}
