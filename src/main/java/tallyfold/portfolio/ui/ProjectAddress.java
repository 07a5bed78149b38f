package tallyfold.portfolio.ui;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.UUID;
import tallyfold.project.Project;
import tallyfold.project.ProjectId;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.ui.WorkItemAddress;

/** Ways to the page of a project, and what the parts of its address mean. */
public final class ProjectAddress {

    static final String SUMMARY = "summary";
    static final String ITERATIONS = "iterations";
    static final String SCHEDULE = "schedule";
    static final String TEAM = "team";
    static final String WORK_ITEMS = "work-items";
    static final String HISTORY = "history";
    static final String SETTINGS = "settings";

    private ProjectAddress() {}

    /** A link to the page of a project with its name. */
    public static RouterLink link(Project project) {
        return new RouterLink(project.name(), ProjectView.class, parameters(project.id(), SUMMARY));
    }

    /** The same as names stand in lists. */
    public static RouterLink named(Project project) {
        RouterLink link = link(project);
        link.addClassName("tf-project-name");
        return link;
    }

    /** A link to the late items of a project. */
    public static RouterLink lateItems(String text, ProjectId project) {
        return items(text, project, WorkItemFilter.NONE.withLate(true));
    }

    /** A link to the items of a project that a filter lets through. */
    static RouterLink items(String text, ProjectId project, WorkItemFilter filter) {
        RouterLink link = new RouterLink(text, ProjectView.class, parameters(project, WORK_ITEMS));
        link.setQueryParameters(WorkItemAddress.list(filter).parameters());
        return link;
    }

    static RouteParameters parameters(ProjectId project, String tab) {
        return new RouteParameters(new RouteParam("project", project.value().toString()), new RouteParam("tab", tab));
    }

    /** The project an address means. */
    static ProjectId project(RouteParameters parameters) {
        String text = parameters.get("project").orElseThrow(NotFoundException::new);
        try {
            return new ProjectId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
