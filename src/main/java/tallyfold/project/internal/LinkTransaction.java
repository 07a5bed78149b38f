package tallyfold.project.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionService;
import tallyfold.project.Link;
import tallyfold.project.LinkDraft;
import tallyfold.project.LinkId;
import tallyfold.project.LinkOverlap;
import tallyfold.project.LinkResult;
import tallyfold.project.LinkedElement;
import tallyfold.project.Project;
import tallyfold.project.ScheduleSource;
import tallyfold.uikit.Texts;

/** The transaction that makes a link: looks again at what may have changed while the network was asked. */
@Component
class LinkTransaction {

    private final ConnectionService connections;
    private final ProjectRepository projects;
    private final LinkRepository links;
    private final LinkOverlapRepository overlaps;
    private final LinkMaker maker;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LinkTransaction(
            ConnectionService connections,
            ProjectRepository projects,
            LinkRepository links,
            LinkOverlapRepository overlaps,
            LinkMaker maker,
            TransactionTemplate transaction,
            Clock clock) {
        this.connections = connections;
        this.projects = projects;
        this.links = links;
        this.overlaps = overlaps;
        this.maker = maker;
        this.transaction = transaction;
        this.clock = clock;
    }

    LinkResult link(LinkDraft draft, ElementLookup.Looked.Found found, String user) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            links.lockGate();
            Optional<Connection> connection = connections.find(draft.connection());
            if (connection.isEmpty()) {
                return new LinkResult.Refused(Texts.of("project.link.connection-gone"));
            }
            Optional<Project> project = projects.find(draft.project());
            if (project.isEmpty()) {
                return new LinkResult.Refused(Texts.of("project.link.project-gone"));
            }
            return link(draft, found, connection.get(), project.get(), user);
        }));
    }

    private LinkResult link(
            LinkDraft draft, ElementLookup.Looked.Found found, Connection connection, Project project, String user) {
        String organization = ImportTransaction.organizationKey(connection);
        List<LinkOverlap> others = overlaps.find(
                organization,
                draft.remoteProject(),
                project.id(),
                null,
                found.elements().stream().map(LinkedElement::element).toList());
        if (!allAcknowledged(others, draft.acknowledged())) {
            return new LinkResult.Overlapping(others);
        }
        boolean ownDates = project.start() != null || project.finish() != null;
        ScheduleSource schedule = draft.schedule();
        if (schedule == null && ownDates && project.schedule() == ScheduleSource.OWN) {
            return new LinkResult.ScheduleQuestion(project);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Link link = new Link(
                new LinkId(UUID.randomUUID()),
                project.id(),
                connection.id(),
                connection.organization(),
                draft.remoteProject(),
                found.remoteName(),
                null,
                null,
                found.elements(),
                draft.assignedOnly(),
                draft.rhythm(),
                null,
                null);
        maker.make(link, organization, "project.linked", now, user);
        projects.chooseSchedule(project.id(), schedule == null ? ScheduleSource.LINKED : schedule);
        return new LinkResult.Linked(link);
    }

    static boolean allAcknowledged(List<LinkOverlap> overlaps, Set<LinkId> acknowledged) {
        return overlaps.stream().allMatch(overlap -> acknowledged.contains(overlap.link()));
    }
}
