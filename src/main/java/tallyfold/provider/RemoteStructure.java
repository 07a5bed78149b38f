package tallyfold.provider;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds the work items of a project together. */
public record RemoteStructure(
        RemoteProject project,
        WorkProcess process,
        List<WorkItemType> types,
        List<Area> areas,
        List<Iteration> iterations,
        List<Team> teams) {

    public RemoteStructure {
        types = List.copyOf(types);
        areas = List.copyOf(areas);
        iterations = List.copyOf(iterations);
        teams = List.copyOf(teams);
    }

    /**
     * The process a project works by.
     *
     * @param base name of the system process it comes from (Agile, Scrum, Basic, CMMI), the same as {@code name} for a
     *     system process; null when it is none of these
     */
    public record WorkProcess(
            String key, String name, @Nullable String base) {}

    /**
     * A kind of work item.
     *
     * @param color six hexadecimal digits without #
     * @param icon the source system's name of the icon, for example {@code icon_crown}; null when it has none
     */
    public record WorkItemType(
            String name, String color, @Nullable String icon, WorkItemLevel level, List<State> states) {
        public WorkItemType {
            states = List.copyOf(states);
        }
    }

    /** A state in the order of the workflow; color as for types. */
    public record State(String name, String color, StateCategory category) {}

    /** An area by its path as work items carry it, for example {@code Shop\Checkout}. */
    public record Area(String key, String path) {}

    /** An iteration by its path as work items carry it; both dates inclusive, null when not scheduled. */
    public record Iteration(
            String key,
            String path,
            String name,
            @Nullable LocalDate start,
            @Nullable LocalDate finish) {}

    /** A team. Its people are asked for by {@link ProviderSession#teamMembers}, what it owns is the provider's business. */
    public record Team(String key, String name) {}
}
