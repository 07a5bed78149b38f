package tallyfold.workitem;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.connection.ConnectionService;
import tallyfold.connection.ConnectionSessions;
import tallyfold.project.Link;
import tallyfold.project.LinkId;
import tallyfold.project.LinkStore;
import tallyfold.project.ProjectId;
import tallyfold.provider.ProviderSession;
import tallyfold.provider.RemoteField;
import tallyfold.security.CurrentUser;
import tallyfold.workitem.internal.FieldMappingRepository;
import tallyfold.workitem.internal.FieldMappingRules;
import tallyfold.workitem.internal.MappedLinkRepository;

/**
 * Mapping fields of the source system, through a link whose connection the signed-in user may use. A mapping is kept for a type
 * by a process of an organization, so it serves all its links there. Whoever may not use the connection, or asks for a link
 * that is a copy or gone, gets an {@link AccessDeniedException}.
 */
@Service
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
public class FieldMappingService {

    private final FieldMappingRepository mappings;
    private final MappedLinkRepository places;
    private final LinkStore links;
    private final ProjectFieldStore projects;
    private final ConnectionService connections;
    private final ConnectionSessions sessions;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FieldMappingService(
            FieldMappingRepository mappings,
            MappedLinkRepository places,
            LinkStore links,
            ProjectFieldStore projects,
            ConnectionService connections,
            ConnectionSessions sessions,
            CurrentUser currentUser,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mappings = mappings;
        this.places = places;
        this.links = links;
        this.projects = projects;
        this.connections = connections;
        this.sessions = sessions;
        this.currentUser = currentUser;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What can be mapped through a link; empty before its first load, when its process is not known. */
    public Optional<MappableLink> link(LinkId id) {
        Link link = usable(id);
        MappedLinkRepository.Place place = place(id);
        return place.process() == null
                ? Optional.empty()
                : Optional.of(
                        new MappableLink(place.process(), places.types(id), ProjectFieldStore.speaksForProject(link)));
    }

    /** The mappings that a link goes by. */
    public List<FieldMapping> mappings(LinkId id) {
        usable(id);
        MappedLinkRepository.Place place = place(id);
        return place.process() == null
                ? List.of()
                : mappings.ofProcess(place.organization(), place.process()).stream()
                        .map(FieldMappingRepository.Kept::mapping)
                        .toList();
    }

    /**
     * The fields to choose from. Asks the network: call it off the user-interface thread.
     *
     * @throws tallyfold.provider.ProviderException when the source system refuses or fails
     */
    public List<RemoteField> fields(LinkId id) {
        try (ProviderSession session = sessions.open(usable(id).connection())) {
            return session.fields();
        }
    }

    /**
     * Makes a mapping. A field that was not asked for before has the items of all links concerned read anew.
     *
     * @throws org.springframework.dao.DuplicateKeyException when somebody makes the same at the same moment
     */
    @Transactional
    public FieldMappingResult add(LinkId id, FieldMappingDraft draft) {
        Link link = usable(id);
        MappedLinkRepository.Place place = place(id);
        String process = place.process();
        if (process == null) {
            return new FieldMappingResult.Outdated();
        }
        FieldMapping made = new FieldMapping(
                UUID.randomUUID(),
                process,
                draft.type(),
                draft.field(),
                draft.target(),
                draft.column(),
                draft.rules(),
                false,
                0);
        Optional<FieldMappingResult> refused = objection(link, place.organization(), made, draft);
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean known =
                mappings.fields(place.organization()).contains(draft.field().reference());
        mappings.insert(
                place.organization(),
                made,
                clock.instant(),
                currentUser.require().name());
        return saved(place.organization(), made, known, "field-mapping.added");
    }

    /** Changes a mapping of the link's process; new rules show at once, without a sync. */
    @Transactional
    public FieldMappingResult change(LinkId id, UUID mapping, FieldMappingDraft draft, int version) {
        Link link = usable(id);
        MappedLinkRepository.Place place = place(id);
        Optional<FieldMapping> before = own(place, mapping);
        if (before.isEmpty()) {
            return new FieldMappingResult.Outdated();
        }
        Optional<FieldMappingResult> refused = objection(link, place.organization(), before.get(), draft);
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean known =
                mappings.fields(place.organization()).contains(draft.field().reference());
        if (!mappings.update(
                mapping, draft, version, clock.instant(), currentUser.require().name())) {
            return new FieldMappingResult.Outdated();
        }
        mappings.dropValues(place.organization(), before.get().field().reference());
        return saved(
                place.organization(), mappings.find(mapping).orElseThrow().mapping(), known, "field-mapping.changed");
    }

    /** Takes a mapping away, and the values nobody maps any more; false when it is not what it was, or gone. */
    @Transactional
    public boolean remove(LinkId id, UUID mapping, int version) {
        usable(id);
        MappedLinkRepository.Place place = place(id);
        Optional<FieldMapping> before = own(place, mapping);
        if (before.isEmpty() || !mappings.delete(mapping, version)) {
            return false;
        }
        mappings.dropValues(place.organization(), before.get().field().reference());
        record("field-mapping.removed", before.get());
        return true;
    }

    private Optional<FieldMappingResult> objection(
            Link link, String organization, FieldMapping before, FieldMappingDraft draft) {
        List<FieldMapping> others = mappings.ofProcess(organization, before.process()).stream()
                .map(FieldMappingRepository.Kept::mapping)
                .filter(other -> !other.id().equals(before.id()))
                .toList();
        return FieldMappingRules.objection(
                draft,
                places.types(link.id()),
                ProjectFieldStore.speaksForProject(link),
                others,
                mappings.fields(organization));
    }

    private FieldMappingResult saved(String organization, FieldMapping made, boolean known, String action) {
        if (!known) {
            events.publishEvent(new FieldsMapped(places.byProcess(organization, made.process())));
        }
        if (made.target().ofProject()) {
            projectsBy(organization, made.process()).forEach(projects::refresh);
        }
        record(action, made);
        return new FieldMappingResult.Saved(made, !known);
    }

    private List<ProjectId> projectsBy(String organization, String process) {
        return places.byProcess(organization, process).stream()
                .flatMap(id -> links.find(id).stream())
                .filter(ProjectFieldStore::speaksForProject)
                .map(Link::project)
                .distinct()
                .toList();
    }

    private void record(String action, FieldMapping mapping) {
        audit.record(
                action,
                mapping.field().reference() + " of " + mapping.type() + " in " + mapping.process(),
                AuditEvent.Outcome.SUCCESS,
                "to " + mapping.target().label() + (mapping.column().isEmpty() ? "" : " " + mapping.column()) + ", "
                        + mapping.rules().size() + " rules");
    }

    private Optional<FieldMapping> own(MappedLinkRepository.Place place, UUID mapping) {
        return mappings.find(mapping)
                .filter(kept -> kept.organization().equals(place.organization())
                        && kept.mapping().process().equals(place.process()))
                .map(FieldMappingRepository.Kept::mapping);
    }

    private MappedLinkRepository.Place place(LinkId id) {
        return places.place(id).orElseThrow(FieldMappingService::denied);
    }

    private Link usable(LinkId id) {
        Link link = links.find(id).filter(found -> found.detached() == null).orElseThrow(FieldMappingService::denied);
        if (connections.find(link.connection()).isEmpty()) {
            throw denied();
        }
        return link;
    }

    private static AccessDeniedException denied() {
        return new AccessDeniedException("Not a link this user may map fields of");
    }
}
