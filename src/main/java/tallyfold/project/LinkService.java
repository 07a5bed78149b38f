package tallyfold.project;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionId;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.ConnectionSessions;
import tallyfold.project.internal.ImportTransaction;
import tallyfold.project.internal.LinkOverlapRepository;
import tallyfold.project.internal.Linking;
import tallyfold.project.internal.PreviewReader;
import tallyfold.project.internal.RemoteProjectReader;
import tallyfold.project.internal.Unlinking;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteStructure;
import tallyfold.security.CurrentUser;

/**
 * Linking projects to parts of remote ones, through connections the signed-in user may use. What takes a
 * {@link ConnectionId} asks the network: call it off the user-interface thread. It throws
 * {@link tallyfold.provider.ProviderException} when the source system refuses or fails, and
 * {@link org.springframework.security.access.AccessDeniedException} when the user may not use the connection, or it is
 * gone.
 */
@Service
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
public class LinkService {

    private final ConnectionService connections;
    private final ConnectionSessions sessions;
    private final RemoteProjectReader remoteProjects;
    private final PreviewReader previews;
    private final LinkOverlapRepository overlaps;
    private final Linking linking;
    private final Unlinking unlinking;
    private final CurrentUser currentUser;

    LinkService(
            ConnectionService connections,
            ConnectionSessions sessions,
            RemoteProjectReader remoteProjects,
            PreviewReader previews,
            LinkOverlapRepository overlaps,
            Linking linking,
            Unlinking unlinking,
            CurrentUser currentUser) {
        this.connections = connections;
        this.sessions = sessions;
        this.remoteProjects = remoteProjects;
        this.previews = previews;
        this.overlaps = overlaps;
        this.linking = linking;
        this.unlinking = unlinking;
        this.currentUser = currentUser;
    }

    /** Every project of the connection's organization by name; {@code readSoFar} hears how many after each page. */
    public List<RemoteProject> remoteProjects(ConnectionId id, IntConsumer readSoFar) {
        usable(id);
        return remoteProjects.all(id, readSoFar).stream()
                .sorted(Comparator.comparing(RemoteProject::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(RemoteProject::name))
                .toList();
    }

    /** As {@link tallyfold.provider.ProviderSession#choices}. */
    public RemotePage<ElementChoice> choices(
            ConnectionId id,
            RemoteProjectId remote,
            ElementKind kind,
            @Nullable String parent,
            @Nullable String continuation) {
        usable(id);
        try (ProviderSession session = sessions.open(id)) {
            return session.choices(remote, kind, parent, continuation);
        }
    }

    /** As {@link tallyfold.provider.ProviderSession#find}. */
    public List<ElementChoice> find(ConnectionId id, RemoteProjectId remote, ElementKind kind, String text, int limit) {
        usable(id);
        try (ProviderSession session = sessions.open(id)) {
            return session.find(remote, kind, text, limit);
        }
    }

    /** The types of a remote project, for the icons of its work items. */
    public List<RemoteStructure.WorkItemType> types(ConnectionId id, RemoteProject remote) {
        usable(id);
        try (ProviderSession session = sessions.open(id)) {
            return session.workItemTypes(remote.name());
        }
    }

    /**
     * Counts what elements cover now. An element that cannot be read is part of the answer; a failure that concerns the
     * connection as a whole is thrown. An interrupt of the calling thread ends it before the next question.
     *
     * @param countedSoFar hears how many ids have been read; called on the caller's thread
     * @throws java.util.concurrent.CancellationException when the calling thread was interrupted
     */
    public LinkPreview preview(
            ConnectionId id, RemoteProjectId remote, List<Element> elements, LongConsumer countedSoFar) {
        usable(id);
        return previews.read(id, remote, elements, countedSoFar);
    }

    /** The links that cover the same already, those of other projects too. Asks the database only. */
    public List<LinkOverlap> overlaps(
            ConnectionId id, RemoteProjectId remote, ProjectId project, List<Element> elements) {
        String organization = ImportTransaction.organizationKey(usable(id));
        return overlaps.find(organization, remote, project, null, elements);
    }

    /**
     * Makes a link and has its first load queued. Looks each element up first, so asks the network; what was renamed or moved
     * meanwhile is linked under its new name. The whole project together with parts of it is just the whole project. A
     * connection that is gone or was taken away is refused with a sentence, not thrown.
     */
    public LinkResult link(LinkDraft draft) {
        return linking.link(draft, currentUser.require().name());
    }

    /**
     * Changes a link that is in sync, and has it read anew when its elements changed. Asks the network when elements are
     * added, and wants the connection, as {@link #link}, when they change at all; other settings need neither.
     */
    public LinkResult change(LinkId id, LinkChange change) {
        return linking.change(id, change);
    }

    /**
     * Unlinks a project. Asks the database only.
     *
     * @return false when the link was already gone or unlinked
     */
    public boolean unlink(LinkId id, UnlinkMode mode) {
        return unlinking.unlink(id, mode);
    }

    private Connection usable(ConnectionId id) {
        return connections.find(id).orElseThrow(() -> new AccessDeniedException("Not a connection of this user"));
    }
}
