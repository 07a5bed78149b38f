package tallyfold.security;

import java.util.Arrays;
import java.util.List;

/** What a user may do. An administrator may everything a project manager may, who may everything a viewer may. */
public enum Role {
    ADMINISTRATOR("Administrator"),
    PROJECT_MANAGER("Project manager"),
    VIEWER("Viewer");

    /** For {@code @RolesAllowed} and {@code @PreAuthorize}. */
    public static final String ADMINISTRATOR_ROLE = "ADMINISTRATOR";

    public static final String PROJECT_MANAGER_ROLE = "PROJECT_MANAGER";
    public static final String VIEWER_ROLE = "VIEWER";

    private final String label;

    Role(String label) {
        this.label = label;
    }

    /** The name people read. */
    public String label() {
        return label;
    }

    /** Whether somebody with this role may what the other role may. */
    public boolean includes(Role other) {
        return compareTo(other) <= 0;
    }

    /** This role and all it includes, most powerful first. */
    public List<Role> included() {
        return Arrays.stream(values()).filter(this::includes).toList();
    }

    /** The name of the role as Spring Security spells it, for example {@code ROLE_VIEWER}. */
    public String authority() {
        return "ROLE_" + name();
    }
}
