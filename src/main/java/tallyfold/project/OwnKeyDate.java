package tallyfold.project;

import java.time.LocalDate;

/**
 * A key date that somebody entered.
 *
 * @param name one line of up to 256 characters
 * @param version counts changes, for optimistic locking
 */
public record OwnKeyDate(KeyDateId id, ProjectId project, String name, LocalDate day, boolean done, int version) {}
