package tallyfold.sync;

/** Where a run stands. */
public enum SyncRunStatus {
    WAITING("Waiting"),
    RUNNING("Running"),
    SUCCEEDED("Succeeded"),
    FINISHED_WITH_WARNINGS("Finished with warnings"),
    FAILED("Failed"),
    /** Stopped in the middle because the product was shut down; the same run goes on by itself at the next start. */
    INTERRUPTED("Interrupted"),
    CANCELLED("Cancelled");

    private final String label;

    SyncRunStatus(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }

    /** Whether nothing will come of the run any more; false for an interrupted one, which goes on. */
    public boolean finished() {
        return switch (this) {
            case WAITING, RUNNING, INTERRUPTED -> false;
            case SUCCEEDED, FINISHED_WITH_WARNINGS, FAILED, CANCELLED -> true;
        };
    }
}
