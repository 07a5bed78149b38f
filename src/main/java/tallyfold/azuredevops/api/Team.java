package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/**
 * A team of a project.
 *
 * @param projectId of its project; not in every answer about one team
 */
public record Team(
        @Nullable String id,
        @Nullable String name,
        @Nullable String projectId) {}
