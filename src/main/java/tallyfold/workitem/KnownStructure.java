package tallyfold.workitem;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tallyfold.provider.RemoteWorkItem;
import tallyfold.provider.StateCategory;

/**
 * What is stored of the structure that a link's items refer to.
 *
 * @param states what the states of each type mean, by the names of type and state
 * @param areas paths of all areas
 * @param iterations paths of all iterations
 */
public record KnownStructure(
        Map<String, Map<String, StateCategory>> states, Set<String> areas, Set<String> iterations) {

    public KnownStructure {
        states = Map.copyOf(states);
        areas = Set.copyOf(areas);
        iterations = Set.copyOf(iterations);
    }

    /** What an item's state means; empty when the type or the state is news. */
    public Optional<StateCategory> category(RemoteWorkItem item) {
        return Optional.ofNullable(states.getOrDefault(item.type(), Map.of()).get(item.state()));
    }

    /** Whether everything the item refers to is known. */
    public boolean covers(RemoteWorkItem item) {
        return category(item).isPresent()
                && areas.contains(item.areaPath())
                && iterations.contains(item.iterationPath());
    }
}
