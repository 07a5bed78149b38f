package tallyfold.project;

/** Where in its life a project is. */
public enum ProjectStage {
    INITIATING("Initiating", true),
    PLANNING("Planning", true),
    EXECUTION("Execution", true),
    MONITORING_AND_CONTROLLING("Monitoring and Controlling", true),
    CLOSING("Closing", false),
    SUSPENDED("Suspended", false),
    CANCELLED("Cancelled", false);

    private final String label;
    private final boolean active;

    ProjectStage(String label, boolean active) {
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
