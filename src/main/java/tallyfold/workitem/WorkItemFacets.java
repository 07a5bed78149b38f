package tallyfold.workitem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.StateCategory;
import tallyfold.provider.WorkItemLevel;

/** What the items of a project can be filtered by, in the order to offer it. */
public record WorkItemFacets(
        List<Type> types,
        List<State> states,
        List<Assignee> assignees,
        List<String> iterations,
        List<String> areas,
        List<String> tags) {

    public WorkItemFacets {
        types = List.copyOf(types);
        states = List.copyOf(states);
        assignees = List.copyOf(assignees);
        iterations = List.copyOf(iterations);
        areas = List.copyOf(areas);
        tags = List.copyOf(tags);
    }

    /** A kind of work item; the colour is six hexadecimal digits, null when the process gives none. */
    public record Type(
            String name, @Nullable String color, @Nullable String icon, WorkItemLevel level) {}

    /** A state; one name may be used by several types. */
    public record State(String name, @Nullable String color, StateCategory category) {}

    /** Somebody who has items. */
    public record Assignee(String key, String name) {}
}
