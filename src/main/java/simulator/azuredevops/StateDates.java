package simulator.azuredevops;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dates and people a change of state sets, as the rules of the processes do. */
final class StateDates {

    private StateDates() {}

    /** Adds what follows from entering a state; values the caller gave stand. */
    static void enter(
            SimType type,
            @Nullable String from,
            String to,
            Instant at,
            SimUser by,
            Map<String, @Nullable Object> changes) {
        SimState target =
                type.state(to).orElseThrow(() -> new IllegalArgumentException(type.name() + " has no state " + to));
        changes.put(Fields.STATE, target.name());
        if (target.name().equals(from)) {
            return;
        }
        changes.putIfAbsent(Fields.REASON, from == null ? "New" : "Moved to state " + target.name());
        changes.putIfAbsent(Fields.STATE_CHANGE_DATE, at);
        switch (target.category()) {
            case PROPOSED -> {
                clear(changes, Fields.ACTIVATED_DATE, Fields.ACTIVATED_BY);
                clear(changes, Fields.RESOLVED_DATE, Fields.RESOLVED_BY);
                clear(changes, Fields.CLOSED_DATE, Fields.CLOSED_BY);
            }
            case IN_PROGRESS -> {
                if (from == null || category(type, from) != SimState.Category.IN_PROGRESS) {
                    set(changes, Fields.ACTIVATED_DATE, at, Fields.ACTIVATED_BY, by);
                }
                clear(changes, Fields.RESOLVED_DATE, Fields.RESOLVED_BY);
                clear(changes, Fields.CLOSED_DATE, Fields.CLOSED_BY);
            }
            case RESOLVED -> {
                set(changes, Fields.RESOLVED_DATE, at, Fields.RESOLVED_BY, by);
                clear(changes, Fields.CLOSED_DATE, Fields.CLOSED_BY);
            }
            case COMPLETED -> set(changes, Fields.CLOSED_DATE, at, Fields.CLOSED_BY, by);
            case REMOVED -> clear(changes, Fields.CLOSED_DATE, Fields.CLOSED_BY);
        }
    }

    private static SimState.@Nullable Category category(SimType type, String state) {
        return type.state(state).map(SimState::category).orElse(null);
    }

    private static void set(Map<String, @Nullable Object> changes, String date, Instant at, String person, SimUser by) {
        changes.putIfAbsent(date, at);
        changes.putIfAbsent(person, by);
    }

    private static void clear(Map<String, @Nullable Object> changes, String date, String person) {
        if (!changes.containsKey(date)) {
            changes.put(date, null);
            changes.put(person, null);
        }
    }
}
