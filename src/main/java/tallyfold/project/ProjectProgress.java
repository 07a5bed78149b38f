package tallyfold.project;

/** Whether people work on a project. */
public enum ProjectProgress {
    NOT_STARTED("Not Started", true),
    IN_PROGRESS("In Progress", true),
    COMPLETED("Completed", false),
    ON_HOLD("On Hold", false),
    CANCELLED("Cancelled", false);

    private final String label;
    private final boolean active;

    ProjectProgress(String label, boolean active) {
        this.label = label;
        this.active = active;
    }

    /** The words people read. */
    public String label() {
        return label;
    }

    boolean active() {
        return active;
    }
}
