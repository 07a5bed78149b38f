package tallyfold.workitem;

/** What a work item may be found by besides the values of its fields. */
public enum WorkItemTrait {
    /** Open, with a deadline from Monday to Sunday of this week. */
    DUE_THIS_WEEK,
    /** Neither points nor hours say how large it is. */
    WITHOUT_ESTIMATE,
    /** In the root iteration, or in one its link does not know. */
    WITHOUT_ITERATION
}
