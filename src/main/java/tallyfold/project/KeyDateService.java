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

    /**
     * Saves what somebody entered in one go: all of it, or nothing when anything is objected to or is not as the person saw it.
     *
     * @param changes what is added or changed; those that say nothing new are left alone
     * @param removed those to delete; one that is gone already is no matter
     */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public KeyDateResult save(ProjectId project, List<KeyDateChange> changes, List<OwnKeyDate> removed) {
        for (int place = 0; place < changes.size(); place++) {
            Optional<KeyDateResult.Refused> objection =
                    KeyDateRules.objection(place, changes.get(place).draft());
            if (objection.isPresent()) {
                return objection.get();
            }
        }
        if (!projects.lock(project)) {
            return new KeyDateResult.Outdated();
        }
        List<OwnKeyDate> stored = list(project);
        List<OwnKeyDate> left =
                stored.stream().filter(date -> !removed.contains(date)).toList();
        boolean changed = removed.stream().anyMatch(seen -> isChanged(seen, stored))
                || changes.stream().anyMatch(change -> change.seen() != null && !left.contains(change.seen()));
        if (changed) {
            return new KeyDateResult.Outdated();
        }
        long added = changes.stream().filter(change -> change.seen() == null).count();
        if (added > 0 && left.size() + added > MOST) {
            return new KeyDateResult.Refused(
                    changes.size() - 1, KeyDateResult.Field.NAME, Texts.of("project.key-date.many", MOST));
        }
        stored.stream().filter(removed::contains).forEach(this::delete);
        changes.forEach(change -> write(project, change));
        return new KeyDateResult.Saved(list(project));
    }

    /** Whether it is there, but not as it was seen. */
    private static boolean isChanged(OwnKeyDate seen, List<OwnKeyDate> stored) {
        return stored.stream().anyMatch(each -> each.id().equals(seen.id()) && !each.equals(seen));
    }

    private void write(ProjectId project, KeyDateChange change) {
        OwnKeyDate seen = change.seen();
        if (seen == null) {
            OwnKeyDate made = KeyDateRules.made(new KeyDateId(UUID.randomUUID()), project, change.draft(), 0);
            dates.insert(made);
            record("project.key-date-added", made);
            return;
        }
        OwnKeyDate made = KeyDateRules.made(seen.id(), project, change.draft(), seen.version() + 1);
        boolean same = made.name().equals(seen.name()) && made.day().equals(seen.day()) && made.done() == seen.done();
        if (!same && dates.update(made)) {
            record("project.key-date-changed", made);
        }
    }

    private void delete(OwnKeyDate date) {
        if (dates.delete(date.id())) {
            record("project.key-date-deleted", date);
        }
    }

    private void record(String event, OwnKeyDate date) {
        audit.record(
                event,
                date.name() + " " + date.project().value(),
                AuditEvent.Outcome.SUCCESS,
                date.day() + (date.done() ? ", done" : ""));
    }
}
