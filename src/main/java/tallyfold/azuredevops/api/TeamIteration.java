package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/** An iteration a team has chosen; the id is the node's identifier. */
public record TeamIteration(@Nullable String id) {}
