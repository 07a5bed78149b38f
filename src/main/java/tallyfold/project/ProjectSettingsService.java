package tallyfold.project;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tallyfold.project.internal.KeyDateRepository;
import tallyfold.project.internal.LinkRepository;
import tallyfold.project.internal.ProjectEditing;
import tallyfold.project.internal.ProjectErasing;
import tallyfold.project.internal.StatusChangeRepository;

/** Changing what people enter of a project, and deleting it. */
@Service
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'PROJECT_MANAGER')")
public class ProjectSettingsService {

    private final ProjectEditing editing;
    private final ProjectErasing erasing;
    private final LinkRepository links;
    private final KeyDateRepository keyDates;
    private final StatusChangeRepository statuses;

    ProjectSettingsService(
            ProjectEditing editing,
            ProjectErasing erasing,
            LinkRepository links,
            KeyDateRepository keyDates,
            StatusChangeRepository statuses) {
        this.editing = editing;
        this.erasing = erasing;
        this.links = links;
        this.keyDates = keyDates;
        this.statuses = statuses;
    }

    /**
     * Changes the settings of a project. Progress, stage and overall status decide whether it is synced by itself.
     *
     * @param version of the project as it was when the person looked
     */
    @Transactional
    public EditProjectResult edit(ProjectId id, ProjectEdit edit, int version) {
        return editing.edit(id, edit, version);
    }

    /** What goes when a project is deleted. */
    public ProjectContents contents(ProjectId id) {
        return new ProjectContents(
                links.ofProject(id).size(), keyDates.ofProjects(List.of(id)).size(), statuses.count(id));
    }

    /**
     * Deletes a project with its links, all that was read through them and all that was said of it. Running syncs of it are
     * ended first. Cannot be undone.
     *
     * @return its name; empty when it was gone already
     */
    @Transactional
    public Optional<String> delete(ProjectId id) {
        return erasing.erase(id);
    }
}
