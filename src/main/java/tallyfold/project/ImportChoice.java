package tallyfold.project;

import org.jspecify.annotations.Nullable;
import tallyfold.provider.RemoteProjectId;

/**
 * One project somebody chose to import.
 *
 * @param remoteName name of the remote project, for words
 * @param linkTo the project to link it to; null to create a new one
 * @param name name of the new project; not looked at when {@code linkTo} is given
 */
public record ImportChoice(
        RemoteProjectId remote, String remoteName, @Nullable ProjectId linkTo, String name) {}
