package tallyfold.project;

/** What its manager thinks of a project. */
public enum OverallStatus {
    NONE("None"),
    ON_TRACK("On Track"),
    AT_RISK("At Risk"),
    OFF_TRACK("Off Track"),
    DONE("Done");

    private final String label;

    OverallStatus(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}
