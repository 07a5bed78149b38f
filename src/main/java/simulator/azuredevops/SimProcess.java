package simulator.azuredevops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A process: the types and states a project works with. System processes have no parent. */
public record SimProcess(
        UUID id,
        String name,
        String description,
        boolean isDefault,
        @Nullable SimProcess parent,
        List<SimType> types) {

    public boolean inherited() {
        return parent != null;
    }

    /** The type of that name, without case; {@link IllegalArgumentException} if there is none. */
    public SimType type(String wanted) {
        return find(wanted).orElseThrow(() -> new IllegalArgumentException("no type " + wanted + " in " + name));
    }

    public Optional<SimType> find(String wanted) {
        return types.stream()
                .filter(type -> type.name().equalsIgnoreCase(wanted)
                        || type.referenceName().equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** The type that plans the work of a sprint: User Story, Product Backlog Item, Issue or Requirement. */
    public SimType requirement() {
        return inCategory(SystemProcesses.REQUIREMENT).getFirst();
    }

    List<SimType> inCategory(String category) {
        return types.stream().filter(type -> type.category().equals(category)).toList();
    }

    /** A process that inherits from this one, with some types changed or added. */
    SimProcess inherited(UUID newId, String newName, List<SimType> changed) {
        List<SimType> all = new ArrayList<>();
        for (SimType type : types) {
            all.add(changed.stream()
                    .filter(other -> other.name().equals(type.name()))
                    .findFirst()
                    .orElse(type));
        }
        changed.stream().filter(other -> find(other.name()).isEmpty()).forEach(all::add);
        return new SimProcess(newId, newName, "Inherited from " + name + ".", false, this, List.copyOf(all));
    }
}
