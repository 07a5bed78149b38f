package tallyfold.project;

import org.jspecify.annotations.Nullable;
import tallyfold.provider.RemoteProject;

/**
 * A remote project in the list of what can be imported.
 *
 * @param proposedName the name it would get here
 * @param match the project it would be linked to or is linked to already; null for a new one
 */
public record ImportCandidate(
        RemoteProject remote,
        String proposedName,
        ImportStatus status,
        @Nullable Project match) {}
