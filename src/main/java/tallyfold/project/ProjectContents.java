package tallyfold.project;

/**
 * What goes with a project when it is deleted, beside the work items of its links.
 *
 * @param links those kept as a copy included
 * @param keyDates entered ones
 * @param statusChanges lines of history
 */
public record ProjectContents(int links, int keyDates, int statusChanges) {}
