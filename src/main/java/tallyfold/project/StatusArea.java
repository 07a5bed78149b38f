package tallyfold.project;

/** What people say something of when they say how a project stands. */
public enum StatusArea {
    OVERALL("Overall"),
    SCHEDULE("Schedule"),
    RISK("Risk"),
    ISSUES("Issues");

    private final String label;

    StatusArea(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }

    /** Whether a status can be said of it; only a project as a whole can be done. */
    public boolean takes(OverallStatus status) {
        return this == OVERALL || status != OverallStatus.DONE;
    }
}
