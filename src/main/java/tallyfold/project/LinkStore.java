package tallyfold.project;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.project.internal.LinkRepository;
import tallyfold.provider.RemoteProject;

/** Links as the engine sees them. Joins the caller's transaction. */
@Component
public class LinkStore {

    private static final int MAX_ADDRESS = 1024;

    private final LinkRepository links;

    LinkStore(LinkRepository links) {
        this.links = links;
    }

    public Optional<Link> find(LinkId id) {
        return links.find(id);
    }

    public List<Link> ofProject(ProjectId project) {
        return links.ofProject(project);
    }

    /** The links a connection keeps in sync, oldest first. */
    public List<Link> ofConnection(ConnectionId connection) {
        return links.ofConnection(connection);
    }

    /** All links that are in sync, oldest first. */
    public List<Link> attached() {
        return links.attached();
    }

    /**
     * Keeps what the source system says of the remote project, so that renames follow.
     *
     * @param processBase name of the system process it comes from; null when it is none of these
     */
    public void describe(LinkId id, RemoteProject remote, @Nullable String process, @Nullable String processBase) {
        links.describe(
                id,
                cut(remote.name(), 256),
                process == null ? null : cut(process, 256),
                processBase == null ? null : cut(processBase, 64),
                address(remote.webAddress()));
    }

    /** Notes that the link has been read completely; the first time stays. */
    public void markLoaded(LinkId id, Instant when) {
        links.markLoaded(id, when);
    }

    private static @Nullable String address(@Nullable URI address) {
        String text = address == null ? null : address.toString();
        return text == null || text.length() > MAX_ADDRESS ? null : text;
    }

    private static String cut(String text, int length) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= length ? clean : clean.substring(0, length);
    }
}
