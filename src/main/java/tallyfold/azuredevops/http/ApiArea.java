package tallyfold.azuredevops.http;

import java.net.URI;
import java.util.Locale;

/** The parts of the API that a token is allowed or not allowed to read. */
public enum ApiArea {
    /** Who am I, which organization is this: needs no permission in particular. */
    CONNECTION(""),
    PROJECT("Project and Team: read"),
    WORK("Work Items: read"),
    GRAPH("Graph: read"),
    IDENTITY("Identity: read");

    private final String permission;

    ApiArea(String permission) {
        this.permission = permission;
    }

    /** The permission as Azure DevOps names it; empty for {@link #CONNECTION}. */
    public String permission() {
        return permission;
    }

    /** The area an address of the API belongs to. */
    public static ApiArea of(URI address) {
        String path = address.getRawPath().toLowerCase(Locale.ROOT);
        int apis = path.indexOf("/_apis/");
        String resource = apis < 0 ? "" : path.substring(apis + "/_apis/".length());
        if (resource.startsWith("connectiondata")) {
            return CONNECTION;
        }
        if (resource.startsWith("graph/")) {
            return GRAPH;
        }
        if (resource.startsWith("identities")) {
            return IDENTITY;
        }
        return resource.startsWith("projects") ? PROJECT : WORK;
    }
}
