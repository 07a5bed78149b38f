package tallyfold.azuredevops.api;

import org.jspecify.annotations.Nullable;

/**
 * An iteration a team has chosen.
 *
 * @param id the node's identifier; nothing but zeros where none is chosen
 * @param path with or without the project's name, with or without a backslash in front
 */
public record TeamIteration(@Nullable String id, @Nullable String path) {}
