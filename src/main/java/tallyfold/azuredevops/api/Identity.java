package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/** An identity as the identity service knows it. */
public record Identity(@Nullable String id, @Nullable Boolean isActive) {}
