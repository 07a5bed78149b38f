package tallyfold.progress;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;

/**
 * Which types count and how far each state is, prefilled from the defaults or from what the process has.
 *
 * @param base name of the system process it comes from; null when it is none of those that are known
 * @param source where the rules in force come from
 * @param types every type of the process, from the top of the hierarchy down
 * @param gone names of types that the rule knows and the process has no more
 * @param version what to give back when saving: 0 while nothing was saved
 */
public record ProgressRules(
        RuleScope scope, @Nullable String base, Source source, List<Type> types, Set<String> gone, int version) {

    /** Where rules come from. */
    public enum Source {
        DEFAULT,
        PROCESS,
        LINK
    }

    public ProgressRules {
        types = List.copyOf(types);
        gone = new TreeSet<>(gone);
    }

    /** Whether something came up since the rule was saved. */
    public boolean hasNews() {
        return !gone.isEmpty()
                || types.stream()
                        .anyMatch(type -> type.news() || type.states().stream().anyMatch(State::news));
    }

    /**
     * A type.
     *
     * @param counted whether its items count towards progress
     * @param news whether it came after the rule was saved
     */
    public record Type(String name, WorkItemLevel level, boolean counted, boolean news, List<State> states) {

        public Type {
            states = List.copyOf(states);
        }
    }

    /**
     * A state, in the order of the workflow.
     *
     * @param weight 0 to 100 percent; null where the state means removed and cannot be mapped
     * @param preset the weight it has by default; null likewise
     * @param news whether it came after the rule was saved, so that it weighs what it does by default
     */
    public record State(
            String name,
            StateCategory category,
            @Nullable Integer weight,
            @Nullable Integer preset,
            boolean news) {}
}
