package tallyfold.project.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.connection.ConnectionId;
import tallyfold.project.Link;
import tallyfold.project.LinkDetaching;
import tallyfold.project.LinkId;
import tallyfold.project.LinksErased;
import tallyfold.project.UnlinkMode;

/** Takes a link away from a project; the project stays, even where an import made it. */
@Component
public class Unlinking {

    private final LinkRepository links;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final Clock clock;

    Unlinking(
            LinkRepository links,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            AuditLog audit,
            Clock clock) {
        this.links = links;
        this.transaction = transaction;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** False when the link was gone or unlinked already. */
    public boolean unlink(LinkId id, UnlinkMode mode) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            links.lockGate();
            Optional<Link> link = links.find(id).filter(found -> found.detached() == null);
            link.ifPresent(found -> {
                switch (mode) {
                    case KEEP_READ_ONLY -> {
                        events.publishEvent(new LinkDetaching(id, new ConnectionId(UUID.randomUUID())));
                        links.detach(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
                    }
                    case REMOVE -> {
                        events.publishEvent(new LinksErased(List.of(id)));
                        links.delete(List.of(id));
                    }
                }
                audit.record(
                        "project.unlinked",
                        found.remoteName() + " " + found.project().value(),
                        AuditEvent.Outcome.SUCCESS,
                        mode + " from " + found.organization());
            });
            return link.isPresent();
        }));
    }
}
