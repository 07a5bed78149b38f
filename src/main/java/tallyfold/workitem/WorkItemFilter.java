package tallyfold.workitem;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tallyfold.provider.StateCategory;

/**
 * Which work items to show. Values of one kind are alternatives, kinds add up; an empty one does not limit. Texts may come
 * from an address anybody wrote: they are cut to what a database can compare, never refused.
 *
 * @param text part of the title, or the number
 * @param categories what states mean
 * @param assignees keys of people; {@link #UNASSIGNED} stands for nobody
 * @param iterations paths; one that ends with {@link #BELOW} stands for itself with everything below it
 * @param areas paths, each with everything below it
 * @param late only items past their deadline that are neither completed nor removed
 * @param removed only items that are removed or no longer listed by the source system; otherwise the latter are left out
 * @param traits all of these apply
 * @param mapped what columns of mapped fields show; values of one column are alternatives. A column that is not there shows nothing
 */
public record WorkItemFilter(
        String text,
        List<String> types,
        List<String> states,
        Set<StateCategory> categories,
        List<String> assignees,
        List<String> iterations,
        List<String> areas,
        List<String> tags,
        boolean late,
        boolean removed,
        Set<WorkItemTrait> traits,
        List<ColumnValue> mapped) {

    /** In place of a person's key: items nobody is assigned to. */
    public static final String UNASSIGNED = "-";

    /** At the end of an iteration's path: everything below it too. */
    public static final String BELOW = "\\";

    /** What states of items mean that are neither completed nor removed. */
    public static final Set<StateCategory> OPEN =
            Set.of(StateCategory.PROPOSED, StateCategory.IN_PROGRESS, StateCategory.RESOLVED);

    public static final WorkItemFilter NONE = new WorkItemFilter(
            "", List.of(), List.of(), Set.of(), List.of(), List.of(), List.of(), List.of(), false, false, Set.of(),
            List.of());

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
        categories = ordered(StateCategory.class, categories);
        traits = ordered(WorkItemTrait.class, traits);
        mapped = mapped.stream()
                .map(one -> new ColumnValue(clean(one.column(), MAX_TEXT), clean(one.value(), MAX_VALUE)))
                .filter(one -> !one.column().isEmpty() && !one.value().isEmpty())
                .distinct()
                .limit(MAX_VALUES)
                .toList();
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    public WorkItemFilter withText(String newText) {
        return new WorkItemFilter(
                newText, types, states, categories, assignees, iterations, areas, tags, late, removed, traits, mapped);
    }

    public WorkItemFilter withTypes(List<String> newTypes) {
        return new WorkItemFilter(
                text, newTypes, states, categories, assignees, iterations, areas, tags, late, removed, traits, mapped);
    }

    public WorkItemFilter withStates(List<String> newStates) {
        return new WorkItemFilter(
                text, types, newStates, categories, assignees, iterations, areas, tags, late, removed, traits, mapped);
    }

    public WorkItemFilter withCategories(Set<StateCategory> newCategories) {
        return new WorkItemFilter(
                text, types, states, newCategories, assignees, iterations, areas, tags, late, removed, traits, mapped);
    }

    public WorkItemFilter withAssignees(List<String> newAssignees) {
        return new WorkItemFilter(
                text, types, states, categories, newAssignees, iterations, areas, tags, late, removed, traits, mapped);
    }

    public WorkItemFilter withIterations(List<String> newIterations) {
        return new WorkItemFilter(
                text, types, states, categories, assignees, newIterations, areas, tags, late, removed, traits, mapped);
    }

    public WorkItemFilter withAreas(List<String> newAreas) {
        return new WorkItemFilter(
                text, types, states, categories, assignees, iterations, newAreas, tags, late, removed, traits, mapped);
    }

    public WorkItemFilter withTags(List<String> newTags) {
        return new WorkItemFilter(
                text, types, states, categories, assignees, iterations, areas, newTags, late, removed, traits, mapped);
    }

    public WorkItemFilter withLate(boolean newLate) {
        return new WorkItemFilter(
                text, types, states, categories, assignees, iterations, areas, tags, newLate, removed, traits, mapped);
    }

    public WorkItemFilter withRemoved(boolean newRemoved) {
        return new WorkItemFilter(
                text, types, states, categories, assignees, iterations, areas, tags, late, newRemoved, traits, mapped);
    }

    public WorkItemFilter withTraits(Set<WorkItemTrait> newTraits) {
        return new WorkItemFilter(
                text, types, states, categories, assignees, iterations, areas, tags, late, removed, newTraits, mapped);
    }

    public WorkItemFilter withMapped(List<ColumnValue> newMapped) {
        return new WorkItemFilter(
                text, types, states, categories, assignees, iterations, areas, tags, late, removed, traits, newMapped);
    }

    /** The columns of mapped fields that are filtered by, with the values that are let through. */
    public Map<String, List<String>> mappedByColumn() {
        return mapped.stream()
                .collect(Collectors.groupingBy(
                        ColumnValue::column,
                        LinkedHashMap::new,
                        Collectors.mapping(ColumnValue::value, Collectors.toList())));
    }

    /** A copy in the order of the constants that nobody can change. */
    private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> values) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(values);
        return Collections.unmodifiableSet(copy);
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
