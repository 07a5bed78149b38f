package tallyfold.project;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionId;
import tallyfold.project.internal.ElementNames;
import tallyfold.project.internal.LinkElementRepository;
import tallyfold.project.internal.LinkRepository;
import tallyfold.provider.Element;
import tallyfold.provider.ElementChoice;
import tallyfold.provider.RemoteProject;
import tallyfold.provider.RemoteStructure;

/** Links as the engine sees them. Joins the caller's transaction. */
@Component
public class LinkStore {

    private static final int MAX_NAME = 256;
    private static final int MAX_BASE = 64;
    private static final int MAX_ADDRESS = 1024;

    private final LinkRepository links;
    private final LinkElementRepository elements;
    private final ApplicationEventPublisher events;

    LinkStore(LinkRepository links, LinkElementRepository elements, ApplicationEventPublisher events) {
        this.links = links;
        this.elements = elements;
        this.events = events;
    }

    public Optional<Link> find(LinkId id) {
        return links.find(id);
    }

    public List<Link> ofProject(ProjectId project) {
        return links.ofProject(project);
    }

    /** As {@link #ofProject} for several. */
    public List<Link> ofProjects(Collection<ProjectId> projects) {
        return links.ofProjects(projects);
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
     * @param process may be called otherwise than before, which all links by it hear of
     */
    public void describe(LinkId id, RemoteProject remote, RemoteStructure.WorkProcess process) {
        String key = ElementNames.storable(process.key(), MAX_NAME);
        String name = ElementNames.storable(process.name(), MAX_NAME);
        String base = process.base();
        links.renameProcess(id, key, name).forEach(events::publishEvent);
        links.describe(
                id,
                ElementNames.storable(remote.name(), MAX_NAME),
                name,
                key,
                base == null ? null : ElementNames.storable(base, MAX_BASE),
                address(remote.webAddress()));
        elements.rename(id, Map.of(Element.WHOLE_PROJECT, ElementNames.storable(remote.name(), MAX_NAME)));
    }

    /** Keeps what parts are called now, so that renames follow. */
    public void rename(LinkId id, Map<Element, ElementChoice> seen) {
        Map<Element, String> names = new LinkedHashMap<>();
        seen.forEach((element, choice) -> names.put(element, ElementNames.of(choice)));
        elements.rename(id, names);
    }

    /**
     * Keeps which parts of a link could be read and which not.
     *
     * @param unreadable code of the failure for each part that could not
     */
    public void noteProblems(Link link, Map<Element, String> unreadable) {
        link.elements().forEach(each -> elements.problem(link.id(), each.element(), unreadable.get(each.element())));
    }

    /** Notes that the link has been read completely; the first time stays. */
    public void markLoaded(LinkId id, Instant when) {
        links.markLoaded(id, when);
    }

    private static @Nullable String address(@Nullable URI address) {
        String text = address == null ? null : address.toString();
        return text == null || text.length() > MAX_ADDRESS ? null : text;
    }
}
