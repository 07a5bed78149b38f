package tallyfold.project;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.project.internal.ProjectRepository;
import tallyfold.project.internal.StatusChangeRepository;
import tallyfold.project.internal.StatusReader;
import tallyfold.project.internal.StatusRules;
import tallyfold.security.CurrentUser;

/** What people say of how a project stands: overall, its schedule, risk and issues, and what they said before. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class StatusService {

    private final ProjectRepository projects;
    private final StatusChangeRepository changes;
    private final StatusReader reader;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final CurrentUser currentUser;
    private final Clock clock;

    StatusService(
            ProjectRepository projects,
            StatusChangeRepository changes,
            StatusReader reader,
            AuditLog audit,
            ApplicationEventPublisher events,
            CurrentUser currentUser,
            Clock clock) {
        this.projects = projects;
        this.changes = changes;
        this.reader = reader;
        this.audit = audit;
        this.events = events;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** What is said of a project now; a schedule status whose time has passed is computed again. */
    public ProjectStatuses statuses(Project project) {
        return reader.read(List.of(project)).getFirst();
    }

    /** As {@link #statuses} for several, in one query. */
    public Map<ProjectId, ProjectStatuses> statusesOf(Collection<Project> wanted) {
        return reader.read(wanted).stream().collect(Collectors.toMap(ProjectStatuses::project, each -> each));
    }

    /** What was said, newest first. */
    public List<StatusChange> history(ProjectId project, int offset, int limit) {
        return changes.page(project, offset, limit);
    }

    /** How many lines {@link #history} gives in all. */
    public int countHistory(ProjectId project) {
        return changes.count(project);
    }

    /**
     * Says how a project stands. What is as it was before is left alone, and keeps who said it and when.
     *
     * @param drafts any of the areas, each at most once
     * @param version of the project as it was when the person looked
     */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
    public UpdateStatusesResult update(ProjectId id, Collection<StatusDraft> drafts, int version) {
        Optional<UpdateStatusesResult.Refused> objection = StatusRules.objection(drafts);
        if (objection.isPresent()) {
            return objection.get();
        }
        if (!projects.claim(id, version)) {
            return projects.find(id).isPresent()
                    ? new UpdateStatusesResult.Outdated()
                    : new UpdateStatusesResult.Gone();
        }
        Project before = projects.find(id).orElseThrow();
        ProjectStatuses said = statuses(before);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (StatusDraft draft : drafts) {
            say(before, said.of(draft.area()), draft, now);
        }
        return new UpdateStatusesResult.Updated(projects.find(id).orElseThrow());
    }

    private void say(Project project, ProjectStatuses.Entry before, StatusDraft draft, Instant now) {
        String note = StatusRules.tidy(draft.note());
        @Nullable
        Instant until = draft.area() == StatusArea.SCHEDULE && draft.status() != null
                ? draft.hold().end(now, before.until())
                : null;
        if (before.status() == draft.status() && before.note().equals(note) && Objects.equals(before.until(), until)) {
            return;
        }
        changes.insert(
                project.id(),
                draft.area(),
                draft.status(),
                note,
                currentUser.require().displayName(),
                now,
                until);
        audit.record(
                "project.status-said",
                project.name() + " " + project.id().value(),
                AuditEvent.Outcome.SUCCESS,
                draft.area().label() + " from " + word(before.status()) + " to " + word(draft.status()));
        if (draft.area() == StatusArea.OVERALL && draft.status() != null && draft.status() != before.status()) {
            projects.sayOverall(project.id(), draft.status());
            ProjectStatus status = new ProjectStatus(
                    project.status().progress(), project.status().stage(), draft.status());
            events.publishEvent(new ProjectStatusChanged(project.id(), status));
        }
    }

    private static String word(@Nullable OverallStatus status) {
        return status == null ? "Automatic" : status.label();
    }
}
