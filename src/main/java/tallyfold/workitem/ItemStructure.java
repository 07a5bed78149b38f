package tallyfold.workitem;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.project.LinkId;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;

/** What links know of what their items refer to; types from the top of the hierarchy down, states in their order. */
public record ItemStructure(List<Iteration> iterations, List<Type> types, List<State> states) {

    public ItemStructure {
        iterations = List.copyOf(iterations);
        types = List.copyOf(types);
        states = List.copyOf(states);
    }

    /** The days are both included; null when it has none. */
    public record Iteration(
            LinkId link,
            String path,
            String name,
            @Nullable LocalDate start,
            @Nullable LocalDate finish) {}

    /**
     * A type of items.
     *
     * @param own false for one that a selection brought in from another project
     */
    public record Type(LinkId link, String name, WorkItemLevel level, boolean own) {}

    public record State(LinkId link, String type, String name, StateCategory category, boolean own) {}
}
