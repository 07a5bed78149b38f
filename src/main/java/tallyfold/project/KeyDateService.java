package tallyfold.project;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.project.internal.KeyDateRepository;
import tallyfold.project.internal.KeyDateRules;
import tallyfold.project.internal.ProjectRepository;
import tallyfold.uikit.Texts;

/** The key dates people enter. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class KeyDateService {

    /** The most key dates of one project. */
    public static final int MOST = 100;

    private final KeyDateRepository dates;
    private final ProjectRepository projects;
    private final AuditLog audit;

    KeyDateService(KeyDateRepository dates, ProjectRepository projects, AuditLog audit) {
        this.dates = dates;
        this.projects = projects;
        this.audit = audit;
    }

    /** By day, then by name. */
    public List<OwnKeyDate> list(ProjectId project) {
        return dates.ofProjects(List.of(project));
    }

    /** As {@link #list} for several, in one query; those without any are left out. */
    public Map<ProjectId, List<OwnKeyDate>> listOf(Collection<ProjectId> wanted) {
        return dates.ofProjects(wanted).stream().collect(Collectors.groupingBy(OwnKeyDate::project));
    }

    /** Adds one. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public KeyDateResult add(ProjectId project, KeyDateDraft draft) {
        Optional<KeyDateResult.Refused> objection = KeyDateRules.objection(draft);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (!projects.lock(project)) {
            return new KeyDateResult.Outdated();
        }
        if (list(project).size() >= MOST) {
            return new KeyDateResult.Refused(KeyDateResult.Field.NAME, Texts.of("project.key-date.many", MOST));
        }
        OwnKeyDate made = KeyDateRules.made(new KeyDateId(UUID.randomUUID()), project, draft, 0);
        dates.insert(made);
        record("project.key-date-added", made);
        return new KeyDateResult.Saved(made);
    }

    /** Changes one that is still as the person saw it. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public KeyDateResult change(OwnKeyDate seen, KeyDateDraft draft) {
        Optional<KeyDateResult.Refused> objection = KeyDateRules.objection(draft);
        if (objection.isPresent()) {
            return objection.get();
        }
        OwnKeyDate made = KeyDateRules.made(seen.id(), seen.project(), draft, seen.version() + 1);
        if (!dates.update(made)) {
            return new KeyDateResult.Outdated();
        }
        record("project.key-date-changed", made);
        return new KeyDateResult.Saved(made);
    }

    /** False when it was gone already. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public boolean delete(OwnKeyDate seen) {
        boolean deleted = dates.delete(seen.id());
        if (deleted) {
            record("project.key-date-deleted", seen);
        }
        return deleted;
    }

    private void record(String event, OwnKeyDate date) {
        audit.record(
                event,
                date.name() + " " + date.project().value(),
                AuditEvent.Outcome.SUCCESS,
                date.day() + (date.done() ? ", done" : ""));
    }
}
