package tallyfold.project;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tallyfold.connection.ConnectionId;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.ElementKind;
import tallyfold.provider.RemotePage;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteProjectId;
import tallyfold.provider.RemoteStructure;

/**
 * Linking projects to parts of remote ones, through connections the signed-in user may use. What takes a
 * {@link ConnectionId} asks the network: call it off the user-interface thread. It throws
 * {@link tallyfold.provider.ProviderException} when the source system refuses or fails, and
 * {@link org.springframework.security.access.AccessDeniedException} when the user may not use the connection, or it is gone.
 */
@Service
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
public class LinkService {

    /** Every project of the connection's organization by name; {@code readSoFar} hears how many after each page. */
    public List<RemoteProject> remoteProjects(ConnectionId id, IntConsumer readSoFar) {
        throw new UnsupportedOperationException();
    }

    /** As {@link tallyfold.provider.ProviderSession#choices}. */
    public RemotePage<ElementChoice> choices(
            ConnectionId id,
            RemoteProjectId remote,
            ElementKind kind,
            @Nullable String parent,
            @Nullable String continuation) {
        throw new UnsupportedOperationException();
    }

    /** As {@link tallyfold.provider.ProviderSession#find}. */
    public List<ElementChoice> find(ConnectionId id, RemoteProjectId remote, ElementKind kind, String text, int limit) {
        throw new UnsupportedOperationException();
    }

    /** The types of a remote project, for the icons of its work items. */
    public List<RemoteStructure.WorkItemType> types(ConnectionId id, RemoteProject remote) {
        throw new UnsupportedOperationException();
    }

    /**
     * Counts what elements cover now. An element that cannot be read is part of the answer; a failure that concerns the
     * connection as a whole is thrown.
     *
     * @param countedSoFar hears how many ids have been read; called on the caller's thread
     */
    public LinkPreview preview(
            ConnectionId id, RemoteProjectId remote, List<Element> elements, LongConsumer countedSoFar) {
        throw new UnsupportedOperationException();
    }

    /** The links that cover the same already, those of other projects too. Asks the database only. */
    public List<LinkOverlap> overlaps(
            ConnectionId id, RemoteProjectId remote, ProjectId project, List<Element> elements) {
        throw new UnsupportedOperationException();
    }

    /** Makes a link and has its first load queued. Looks each element up first, so asks the network. */
    public LinkResult link(LinkDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** Changes a link that is in sync, and has it read anew when its elements changed. May ask the network. */
    public LinkResult change(LinkId id, LinkChange change) {
        throw new UnsupportedOperationException();
    }

    /**
     * Unlinks a project. Asks the database only.
     *
     * @return false when the link was already gone or unlinked
     */
    public boolean unlink(LinkId id, UnlinkMode mode) {
        throw new UnsupportedOperationException();
    }
}
