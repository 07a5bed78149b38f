package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/** A team of a project. */
public record Team(@Nullable String id, @Nullable String name) {}
