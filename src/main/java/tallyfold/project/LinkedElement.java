package tallyfold.project;

import org.jspecify.annotations.Nullable;
import tallyfold.provider.Element;

/**
 * A part of a remote project that a link covers.
 *
 * @param name what it was called when last seen: a path for areas and iterations, a title for a work item, the remote
 *     project's name for the whole project
 * @param problem code of the {@link tallyfold.provider.ProviderFailure} that kept the last sync from reading it; null
 *     when it was read
 */
public record LinkedElement(
        Element element, String name, @Nullable String problem) {}
