package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/** Something known by its reference name, a field or a relation type. */
public record Named(@Nullable String referenceName) {}
