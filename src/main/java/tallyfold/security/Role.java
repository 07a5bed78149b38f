package tallyfold.security;

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
}
