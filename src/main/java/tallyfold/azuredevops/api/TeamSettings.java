package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/** What a team has set for itself. */
public record TeamSettings(@Nullable TeamIteration backlogIteration) {}
