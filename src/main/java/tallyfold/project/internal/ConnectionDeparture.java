package tallyfold.project.internal;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tallyfold.connection.ConnectionDeleting;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinksErased;
import tallyfold.project.ProjectId;

/** What becomes of links when their connection goes; inside the transaction that deletes it. */
@Component
class ConnectionDeparture {

    private final ProjectRepository projects;
    private final LinkRepository links;
    private final ProjectErasing erasing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConnectionDeparture(
            ProjectRepository projects,
            LinkRepository links,
            ProjectErasing erasing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.erasing = erasing;
        this.projects = projects;
        this.links = links;
        this.events = events;
        this.clock = clock;
    }

    /** Before anybody else touches what hangs on the connection: unlinking too locks the gate before a link's own rows. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void closeGate(ConnectionDeleting deleting) {
        links.lockGate();
    }

    @EventListener
    void on(ConnectionDeleting deleting) {
        switch (deleting.mode()) {
            case KEEP_READ_ONLY -> links.detach(deleting.connection(), clock.instant());
            case ERASE -> erase(links.everOfConnection(deleting.connection()));
        }
    }

    /** All that came through the connection, and so the copies too that were kept when projects were unlinked. */
    private void erase(List<Link> going) {
        List<LinkId> ids = going.stream().map(Link::id).toList();
        Set<ProjectId> bereft = new LinkedHashSet<>();
        going.forEach(link -> bereft.add(link.project()));
        events.publishEvent(new LinksErased(ids));
        links.delete(ids);
        erasing.erase(projects.importedWithoutLink(bereft));
    }
}
