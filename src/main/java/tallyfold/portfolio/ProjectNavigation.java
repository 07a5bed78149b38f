package tallyfold.portfolio;

import tallyfold.connection.ConnectionId;
import tallyfold.project.ProjectId;

/** Paths of the pages about projects, for links from elsewhere. */
public final class ProjectNavigation {

    /** Path of the page "Projects". */
    public static final String PROJECTS = "projects";

    /** Path of its view "Sync status". */
    public static final String SYNC_STATUS = PROJECTS + "/sync-status";

    /** Query parameter of the page "Projects" that opens the window "Import projects". */
    public static final String IMPORT = "import";

    /** Query parameter of a project's page that opens the window "Configure connections". */
    public static final String CONNECT = "connect";

    private ProjectNavigation() {}

    /** Page of a project, on its first tab. */
    public static String summary(ProjectId project) {
        return PROJECTS + "/" + project.value() + "/summary";
    }

    /** Page of a project with the window "Configure connections" open. */
    public static String connect(ProjectId project) {
        return summary(project) + "?" + CONNECT;
    }

    /** Runs of a project. */
    public static String history(ProjectId project) {
        return PROJECTS + "/" + project.value() + "/history";
    }

    /** Work items of a project. */
    public static String workItems(ProjectId project) {
        return PROJECTS + "/" + project.value() + "/work-items";
    }

    /** The page "Projects" with the window "Import projects" open, through a connection. */
    public static String importThrough(ConnectionId connection) {
        return PROJECTS + "?" + IMPORT + "=" + connection.value();
    }
}
