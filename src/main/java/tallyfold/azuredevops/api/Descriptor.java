package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/** The descriptor of a subject of the directory. */
public record Descriptor(@Nullable String value) {}
