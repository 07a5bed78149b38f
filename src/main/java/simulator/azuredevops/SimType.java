package simulator.azuredevops;

import java.util.List;
import java.util.Optional;

/**
 * A work item type of a process; states stand in workflow order.
 *
 * @param category reference name of its category, for example {@code Microsoft.RequirementCategory}
 * @param color six hexadecimal digits without a hash
 * @param fields reference names of the fields it has beside the system fields
 */
public record SimType(
        String name,
        String referenceName,
        String description,
        String color,
        String icon,
        String category,
        List<SimState> states,
        List<String> fields) {

    public Optional<SimState> state(String wanted) {
        return states.stream()
                .filter(state -> state.name().equalsIgnoreCase(wanted))
                .findFirst();
    }

    public SimState initialState() {
        return states.getFirst();
    }

    /** The first state of a category, if the type has one. */
    public Optional<SimState> firstOf(SimState.Category wanted) {
        return states.stream().filter(state -> state.category() == wanted).findFirst();
    }

    SimType withStates(List<SimState> others) {
        return new SimType(name, referenceName, description, color, icon, category, List.copyOf(others), fields);
    }
}
