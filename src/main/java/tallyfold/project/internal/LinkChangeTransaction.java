package tallyfold.project.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.connection.Connection;
import tallyfold.connection.ConnectionService;
import tallyfold.project.Link;
import tallyfold.project.LinkChange;
import tallyfold.project.LinkChanged;
import tallyfold.project.LinkId;
import tallyfold.project.LinkOverlap;
import tallyfold.project.LinkResult;
import tallyfold.project.LinkedElement;
import tallyfold.provider.Element;
import tallyfold.uikit.Texts;

/** The transaction that changes a link. */
@Component
class LinkChangeTransaction {

    private final ConnectionService connections;
    private final LinkRepository links;
    private final LinkOverlapRepository overlaps;
    private final LinkMaker maker;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;

    LinkChangeTransaction(
            ConnectionService connections,
            LinkRepository links,
            LinkOverlapRepository overlaps,
            LinkMaker maker,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            AuditLog audit) {
        this.connections = connections;
        this.links = links;
        this.overlaps = overlaps;
        this.maker = maker;
        this.transaction = transaction;
        this.events = events;
        this.audit = audit;
    }

    /** Expects tidied elements, and of those the link did not cover what they are called today. */
    LinkResult change(LinkId id, List<Element> elements, List<LinkedElement> added, LinkChange change) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            links.lockGate();
            Optional<Link> before = links.find(id).filter(link -> link.detached() == null);
            if (before.isEmpty()) {
                return new LinkResult.Refused(Texts.of("project.link.link-gone"));
            }
            Link link = before.get();
            List<LinkedElement> covered = new ArrayList<>();
            for (Element each : elements) {
                Optional<LinkedElement> known = named(each, link.elements()).or(() -> named(each, added));
                if (known.isEmpty()) {
                    return new LinkResult.Refused(Texts.of("project.link.changed-meanwhile"));
                }
                covered.add(known.get());
            }
            boolean elementsChanged = differs(link, elements);
            if (elementsChanged) {
                Optional<Connection> connection = connections.find(link.connection());
                if (connection.isEmpty()) {
                    return new LinkResult.Refused(Texts.of("project.link.connection-gone"));
                }
                String organization = ImportTransaction.organizationKey(connection.get());
                List<LinkOverlap> others =
                        overlaps.find(organization, link.remoteProject(), link.project(), id, newIn(link, elements));
                if (!LinkTransaction.allAcknowledged(others, change.acknowledged())) {
                    return new LinkResult.Overlapping(others);
                }
                links.change(id, covered, change.assignedOnly(), change.rhythm());
                maker.dropCopies(links.find(id).orElseThrow(), organization);
            } else {
                links.change(id, covered, change.assignedOnly(), change.rhythm());
            }
            audit.record(
                    "link.changed",
                    link.remoteName() + " " + link.project().value(),
                    AuditEvent.Outcome.SUCCESS,
                    "from " + link.organization() + (elementsChanged ? ", parts: " + covered.size() : ""));
            events.publishEvent(new LinkChanged(id, elementsChanged));
            return new LinkResult.Linked(links.find(id).orElseThrow());
        }));
    }

    /** Whether a link would cover something else; the order does not matter. */
    static boolean differs(Link link, List<Element> elements) {
        return !new HashSet<>(elements)
                .equals(new HashSet<>(
                        link.elements().stream().map(LinkedElement::element).toList()));
    }

    /** The parts a link does not cover yet, whatever lies below them. */
    static List<Element> newIn(Link link, List<Element> elements) {
        return elements.stream()
                .filter(each -> named(each, link.elements()).isEmpty())
                .toList();
    }

    private static Optional<LinkedElement> named(Element element, List<LinkedElement> known) {
        return known.stream()
                .filter(each -> each.element().samePart(element))
                .findFirst()
                .map(each -> new LinkedElement(element, each.name(), each.problem()));
    }
}
