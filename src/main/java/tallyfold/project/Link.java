package tallyfold.project;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionId;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemoteProjectId;

/**
 * Ties a project to parts of one project of an organization.
 *
 * @param organization name of the organization in lower case
 * @param remoteName name of the remote project as last seen
 * @param process name of its process as last seen; null before the first load
 * @param webAddress where people open it; null before the first load
 * @param elements what it covers, in the order they were chosen; never empty
 * @param assignedOnly whether people come from assignments only, and not from the membership of teams too
 * @param rhythm how often it is synced by itself; null to do as its connection does
 * @param loaded when its first load ended; null while it has not
 * @param detached when it became a read-only copy, because it was unlinked or its connection was deleted; null while it
 *     is in sync
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
        List<LinkedElement> elements,
        boolean assignedOnly,
        @Nullable Rhythm rhythm,
        @Nullable Instant loaded,
        @Nullable Instant detached) {

    public Link {
        elements = List.copyOf(elements);
    }

    /** Whether it covers the remote project as a whole. */
    public boolean whole() {
        return elements.stream().anyMatch(each -> each.element().kind() == ElementKind.PROJECT);
    }
}
