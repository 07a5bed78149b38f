package tallyfold.sync.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tallyfold.provider.RemoteStructure;
import tallyfold.provider.StateCategory;

/** What the states of a project's types mean. */
final class StateCatalog {

    private record TypeAndState(String type, String state) {}

    private final Map<TypeAndState, StateCategory> categories = new HashMap<>();

    static StateCatalog of(List<RemoteStructure.WorkItemType> types) {
        StateCatalog catalog = new StateCatalog();
        types.forEach(type -> type.states()
                .forEach(state ->
                        catalog.categories.put(new TypeAndState(type.name(), state.name()), state.category())));
        return catalog;
    }

    Optional<StateCategory> category(String type, String state) {
        return Optional.ofNullable(categories.get(new TypeAndState(type, state)));
    }
}
