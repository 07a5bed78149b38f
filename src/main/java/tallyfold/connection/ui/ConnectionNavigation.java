package tallyfold.connection.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import tallyfold.connection.ConnectionId;

/** Ways to and from the Connections page. */
public final class ConnectionNavigation {

    static final String ROUTE = "connections";

    private static final String PROJECTS = "projects";

    private ConnectionNavigation() {}

    public static void toList() {
        UI.getCurrentOrThrow().navigate(ROUTE);
    }

    /** Opens the projects page with the import through this connection begun. */
    public static void importProjects(ConnectionId connection) {
        UI.getCurrentOrThrow()
                .navigate(
                        PROJECTS,
                        QueryParameters.of("import", connection.value().toString()));
    }
}
