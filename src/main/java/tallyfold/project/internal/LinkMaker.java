package tallyfold.project.internal;

import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkedElement;
import tallyfold.project.LinksErased;
import tallyfold.project.ProjectLinked;
import tallyfold.provider.Element;

/** Makes a link, by import or by hand; inside the transaction of whoever has it made. */
@Component
class LinkMaker {

    private final LinkRepository links;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;

    LinkMaker(LinkRepository links, ApplicationEventPublisher events, AuditLog audit) {
        this.links = links;
        this.events = events;
        this.audit = audit;
    }

    void make(Link link, String organizationKey, String action, Instant now, String user) {
        dropCopies(link, organizationKey);
        links.insert(link, organizationKey, now, user);
        audit.record(
                action,
                link.remoteName() + " " + link.project().value(),
                AuditEvent.Outcome.SUCCESS,
                "from " + link.organization()
                        + (link.whole() ? "" : ", parts: " + link.elements().size()));
        events.publishEvent(new ProjectLinked(link.id(), link.project(), link.connection()));
    }

    /** A copy kept of the same part would show every item twice beside the fresh ones; one of more than that stays. */
    void dropCopies(Link link, String organizationKey) {
        List<Element> covered =
                link.elements().stream().map(LinkedElement::element).toList();
        List<LinkId> copies = links.ofRemote(link.project(), organizationKey, link.remoteProject()).stream()
                .filter(other -> other.detached() != null)
                .filter(copy ->
                        copy.elements().stream().allMatch(each -> ElementSelection.covers(covered, each.element())))
                .map(Link::id)
                .toList();
        if (!copies.isEmpty()) {
            events.publishEvent(new LinksErased(copies));
            links.delete(copies);
        }
    }
}
