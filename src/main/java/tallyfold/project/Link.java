package tallyfold.project;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;
import tallyfold.provider.RemoteProjectId;

/**
 * Ties a project to one project of an organization.
 *
 * @param remoteName name of the remote project as last seen
 * @param process name of its process as last seen; null before the first load
 * @param webAddress where people open it; null before the first load
 * @param loaded when its first load ended; null while it has not
 */
public record Link(
        LinkId id,
        ProjectId project,
        ConnectionId connection,
        RemoteProjectId remoteProject,
        String remoteName,
        @Nullable String process,
        @Nullable URI webAddress,
        @Nullable Instant loaded) {}
