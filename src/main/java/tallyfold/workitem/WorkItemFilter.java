package tallyfold.workitem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which work items to show. Values of one kind are alternatives, kinds add up; an empty one does not limit. Texts may come
 * from an address anybody wrote: they are cut to what a database can compare, never refused.
 *
 * @param text part of the title, or the number
 * @param assignees keys of people; {@link #UNASSIGNED} stands for nobody
 * @param areas paths, each with everything below it
 * @param late only items past their deadline that are neither completed nor removed
 * @param removed only items that are removed or no longer listed by the source system; otherwise the latter are left out
 */
public record WorkItemFilter(
        String text,
        List<String> types,
        List<String> states,
        List<String> assignees,
        List<String> iterations,
        List<String> areas,
        List<String> tags,
        boolean late,
        boolean removed) {

    /** In place of a person's key: items nobody is assigned to. */
    public static final String UNASSIGNED = "-";

    public static final WorkItemFilter NONE =
            new WorkItemFilter("", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, false);

    private static final int MAX_TEXT = 256;
    private static final int MAX_VALUE = 4000;
    private static final int MAX_VALUES = 200;

    public WorkItemFilter {
        text = clean(text, MAX_TEXT).strip();
        types = clean(types);
        states = clean(states);
        assignees = clean(assignees);
        iterations = clean(iterations);
        areas = clean(areas);
        tags = clean(tags);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    public WorkItemFilter withText(String newText) {
        return new WorkItemFilter(newText, types, states, assignees, iterations, areas, tags, late, removed);
    }

    public WorkItemFilter withLate(boolean newLate) {
        return new WorkItemFilter(text, types, states, assignees, iterations, areas, tags, newLate, removed);
    }

    public WorkItemFilter withRemoved(boolean newRemoved) {
        return new WorkItemFilter(text, types, states, assignees, iterations, areas, tags, late, newRemoved);
    }

    private static List<String> clean(List<String> values) {
        Stream<String> cleaned = values.stream().map(value -> clean(value, MAX_VALUE));
        return cleaned.filter(value -> !value.isEmpty())
                .distinct()
                .limit(MAX_VALUES)
                .toList();
    }

    /** Without the zero character and halves of characters, both of which PostgreSQL refuses. */
    private static String clean(String value, int length) {
        String cut = value.length() <= length ? value : value.substring(0, length);
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
    }
}
