package tallyfold.provider;

/** The place of a work item type in its process, from the top of the hierarchy down; OTHER stands outside of it. */
public enum WorkItemLevel {
    EPIC,
    FEATURE,
    REQUIREMENT,
    TASK,
    OTHER
}
