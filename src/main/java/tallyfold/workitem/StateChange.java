package tallyfold.workitem;

import java.time.Instant;

/**
 * A work item came into a state, or into another type in the same state.
 *
 * @param at by the source system's clock
 * @param type the item's type then; what the state means depends on it
 */
public record StateChange(Instant at, String type, String state) {}
