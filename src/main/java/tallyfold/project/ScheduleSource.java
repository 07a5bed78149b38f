package tallyfold.project;

/** Where the first and last day of a project come from. */
public enum ScheduleSource {
    /** As people entered them. */
    OWN,
    /** From the iterations and items of the linked systems; what people entered counts where these say nothing. */
    LINKED
}
