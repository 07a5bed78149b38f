package tallyfold.project.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tallyfold.audit.AuditEvent;
import tallyfold.audit.AuditLog;
import tallyfold.project.EditProjectResult;
import tallyfold.project.EditProjectResult.Field;
import tallyfold.project.Project;
import tallyfold.project.ProjectDraft;
import tallyfold.project.ProjectEdit;
import tallyfold.project.ProjectId;
import tallyfold.project.ProjectManager;
import tallyfold.project.ProjectStatus;
import tallyfold.project.ProjectStatusChanged;
import tallyfold.project.StatusArea;
import tallyfold.security.CurrentUser;
import tallyfold.uikit.Texts;

/** Changes the settings of projects; joins the caller's transaction. */
@Component
public class ProjectEditing {

    private final ProjectRepository projects;
    private final LinkRepository links;
    private final StatusChangeRepository statuses;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final CurrentUser currentUser;
    private final Clock clock;

    ProjectEditing(
            ProjectRepository projects,
            LinkRepository links,
            StatusChangeRepository statuses,
            AuditLog audit,
            ApplicationEventPublisher events,
            CurrentUser currentUser,
            Clock clock) {
        this.projects = projects;
        this.links = links;
        this.statuses = statuses;
        this.audit = audit;
        this.events = events;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    public EditProjectResult edit(ProjectId id, ProjectEdit typed, int version) {
        Optional<EditProjectResult.Refused> objection = objection(typed);
        if (objection.isPresent()) {
            return objection.get();
        }
        ProjectEdit edit = tidy(typed);
        links.lockGate();
        Optional<Project> found = projects.find(id);
        if (found.isEmpty()) {
            return new EditProjectResult.Gone();
        }
        Project before = found.get();
        if (before.version() != version) {
            return new EditProjectResult.Outdated();
        }
        if (projects.findByKey(ProjectNames.key(edit.name()))
                .filter(other -> !other.id().equals(id))
                .isPresent()) {
            return new EditProjectResult.Refused(Field.NAME, Texts.of("project.create.name-taken", edit.name()));
        }
        if (!projects.edit(id, edit, version)) {
            return new EditProjectResult.Outdated();
        }
        tell(before, edit);
        return new EditProjectResult.Edited(projects.find(id).orElseThrow());
    }

    private static Optional<EditProjectResult.Refused> objection(ProjectEdit edit) {
        ProjectManager manager = edit.manager();
        if (manager != null && !manager.name().isBlank()) {
            Optional<String> wrong = ProjectNames.objection(ProjectNames.tidy(manager.name()));
            if (wrong.isPresent()) {
                return Optional.of(new EditProjectResult.Refused(
                        Field.MANAGER, Texts.of("project.edit.manager", ProjectNames.MAX_LENGTH)));
            }
        }
        return ProjectDraftRules.objection(
                        new ProjectDraft(edit.name(), edit.description(), edit.start(), edit.finish(), null))
                .map(refused -> new EditProjectResult.Refused(
                        Field.valueOf(refused.field().name()), refused.reason()));
    }

    private static ProjectEdit tidy(ProjectEdit typed) {
        ProjectManager manager = typed.manager();
        return new ProjectEdit(
                ProjectNames.tidy(typed.name()),
                ProjectDraftRules.tidyDescription(typed.description()),
                manager == null || manager.name().isBlank()
                        ? null
                        : new ProjectManager(manager.user(), ProjectNames.tidy(manager.name())),
                typed.start(),
                typed.finish(),
                typed.schedule(),
                typed.status());
    }

    private void tell(Project before, ProjectEdit after) {
        String subject = after.name() + " " + before.id().value();
        if (!before.name().equals(after.name())) {
            audit.record("project.renamed", subject, AuditEvent.Outcome.SUCCESS, "was " + before.name());
        }
        String changed = changed(before, after);
        if (!changed.isEmpty()) {
            audit.record("project.edited", subject, AuditEvent.Outcome.SUCCESS, changed);
        }
        if (before.status().equals(after.status())) {
            return;
        }
        audit.record(
                "project.status-changed",
                subject,
                AuditEvent.Outcome.SUCCESS,
                "from " + words(before.status()) + " to " + words(after.status()));
        if (before.status().overall() != after.status().overall()) {
            statuses.insert(
                    before.id(),
                    StatusArea.OVERALL,
                    after.status().overall(),
                    "",
                    currentUser.require().displayName(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    null);
        }
        events.publishEvent(new ProjectStatusChanged(before.id(), after.status()));
    }

    private static String changed(Project before, ProjectEdit after) {
        List<String> changed = new ArrayList<>();
        note(changed, "description", before.description(), after.description());
        note(changed, "manager", before.manager(), after.manager());
        note(changed, "start", before.start(), after.start());
        note(changed, "finish", before.finish(), after.finish());
        note(changed, "primary schedule", before.schedule(), after.schedule());
        return String.join(", ", changed);
    }

    private static void note(List<String> changed, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(what);
        }
    }

    private static String words(ProjectStatus status) {
        return status.progress().label() + ", " + status.stage().label() + ", "
                + status.overall().label();
    }
}
