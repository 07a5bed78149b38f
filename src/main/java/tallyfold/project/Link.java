package tallyfold.project;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;
import tallyfold.provider.RemoteProjectId;

/**
 * Ties a project to one project of an organization.
 *
 * @param organization name of the organization in lower case
 * @param remoteName name of the remote project as last seen
 * @param process name of its process as last seen; null before the first load
 * @param webAddress where people open it; null before the first load
 * @param loaded when its first load ended; null while it has not
 * @param detached when its connection was deleted and this became a read-only copy; null while it is in sync
 */
public record Link(
        LinkId id,
        ProjectId project,
        ConnectionId connection,
        String organization,
        RemoteProjectId remoteProject,
        String remoteName,
        @Nullable String process,
        @Nullable URI webAddress,
        @Nullable Instant loaded,
        @Nullable Instant detached) {}
