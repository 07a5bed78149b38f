package tallyfold.workitem.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tallyfold.kernel.PageQuery.Sort;
import tallyfold.provider.StateCategory;
import tallyfold.workitem.ColumnValue;
import tallyfold.workitem.WorkItemColumn;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemTrait;

/**
 * What a person sees of the work items of a project, as it stands in the address. What an address says wrongly is left
 * out.
 *
 * @param tree whether the hierarchy is shown rather than the flat list
 * @param sort the columns to sort by; empty for the own order of tree and list
 * @param columns the columns shown, in their own order; always with number and title
 * @param fields names of the columns of mapped fields to show; some may not be there any more
 */
public record WorkItemAddress(
        boolean tree, WorkItemFilter filter, List<Sort> sort, List<WorkItemColumn> columns, List<String> fields) {

    private static final char COMMA = ',';
    private static final int MOST_FIELDS = 40;
    private static final int LONGEST_FIELD = 40;

    private static final List<WorkItemColumn> USUAL = List.of(
            WorkItemColumn.ID,
            WorkItemColumn.TITLE,
            WorkItemColumn.STATE,
            WorkItemColumn.ASSIGNEE,
            WorkItemColumn.ITERATION,
            WorkItemColumn.EFFORT,
            WorkItemColumn.DUE);

    /** Where one begins: the whole tree. */
    public static final WorkItemAddress START = new WorkItemAddress(true, WorkItemFilter.NONE, List.of(), USUAL);

    /** Without columns of mapped fields. */
    public WorkItemAddress(boolean tree, WorkItemFilter filter, List<Sort> sort, List<WorkItemColumn> columns) {
        this(tree, filter, sort, columns, List.of());
    }

    public WorkItemAddress {
        sort = List.copyOf(sort);
        fields = fields.stream()
                .filter(name -> !name.isBlank() && name.length() <= LONGEST_FIELD)
                .distinct()
                .limit(MOST_FIELDS)
                .toList();
        List<WorkItemColumn> wanted = columns;
        columns = Arrays.stream(WorkItemColumn.values())
                .filter(column ->
                        column == WorkItemColumn.ID || column == WorkItemColumn.TITLE || wanted.contains(column))
                .toList();
    }

    /** The flat list of what is late. */
    public static WorkItemAddress late() {
        return list(WorkItemFilter.NONE.withLate(true));
    }

    /** The flat list of what a filter lets through. */
    public static WorkItemAddress list(WorkItemFilter filter) {
        return START.withTree(false).withFilter(filter);
    }

    public static WorkItemAddress of(QueryParameters query) {
        Map<String, List<String>> all = query.getParameters();
        WorkItemFilter filter = new WorkItemFilter(
                first(all, "text").orElse(""),
                all.getOrDefault("type", List.of()),
                all.getOrDefault("state", List.of()),
                constants(StateCategory.class, all.getOrDefault("category", List.of())),
                all.getOrDefault("assignee", List.of()),
                all.getOrDefault("iteration", List.of()),
                all.getOrDefault("area", List.of()),
                all.getOrDefault("tag", List.of()),
                all.containsKey("late"),
                all.containsKey("removed"),
                constants(WorkItemTrait.class, all.getOrDefault("only", List.of())),
                mapped(all.getOrDefault("mapped", List.of())));
        return new WorkItemAddress(
                !first(all, "view").equals(Optional.of("list")),
                filter,
                first(all, "sort").map(WorkItemAddress::sorts).orElse(List.of()),
                first(all, "columns").map(WorkItemAddress::columns).orElse(USUAL),
                all.getOrDefault("field", List.of()));
    }

    public QueryParameters parameters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (!tree) {
            all.put("view", List.of("list"));
        }
        if (!filter.text().isEmpty()) {
            all.put("text", List.of(filter.text()));
        }
        putAll(all, "type", filter.types());
        putAll(all, "state", filter.states());
        putAll(all, "category", words(filter.categories()));
        putAll(all, "assignee", filter.assignees());
        putAll(all, "iteration", filter.iterations());
        putAll(all, "area", filter.areas());
        putAll(all, "tag", filter.tags());
        if (filter.late()) {
            all.put("late", List.of("yes"));
        }
        if (filter.removed()) {
            all.put("removed", List.of("yes"));
        }
        putAll(all, "only", words(filter.traits()));
        putAll(
                all,
                "mapped",
                filter.mapped().stream()
                        .map(one -> one.column() + COMMA + one.value())
                        .toList());
        if (!sort.isEmpty()) {
            all.put(
                    "sort",
                    List.of(sort.stream()
                            .map(one -> (one.ascending() ? "" : "-") + one.column())
                            .collect(Collectors.joining(","))));
        }
        if (!columns.equals(USUAL)) {
            all.put("columns", List.of(columns.stream().map(WorkItemColumn::key).collect(Collectors.joining(","))));
        }
        putAll(all, "field", fields);
        return new QueryParameters(all);
    }

    public WorkItemAddress withTree(boolean newTree) {
        return new WorkItemAddress(newTree, filter, sort, columns, fields);
    }

    public WorkItemAddress withFilter(WorkItemFilter newFilter) {
        return new WorkItemAddress(tree, newFilter, sort, columns, fields);
    }

    WorkItemAddress withSort(List<Sort> newSort) {
        return new WorkItemAddress(tree, filter, newSort, columns, fields);
    }

    /** With one more column, or without it. */
    WorkItemAddress withColumn(WorkItemColumn column, boolean shown) {
        List<WorkItemColumn> changed = new ArrayList<>(columns);
        changed.remove(column);
        if (shown) {
            changed.add(column);
        }
        return new WorkItemAddress(tree, filter, sort, changed, fields);
    }

    /** With one more column of a mapped field, or without it. */
    WorkItemAddress withField(String name, boolean shown) {
        List<String> changed = new ArrayList<>(fields);
        changed.remove(name);
        if (shown) {
            changed.add(name);
        }
        return new WorkItemAddress(tree, filter, sort, columns, changed);
    }

    /** "Team,Payments": names of columns have no comma, values may. */
    private static List<ColumnValue> mapped(List<String> texts) {
        return texts.stream()
                .filter(text -> text.indexOf(COMMA) > 0)
                .map(text -> new ColumnValue(
                        text.substring(0, text.indexOf(COMMA)), text.substring(text.indexOf(COMMA) + 1)))
                .toList();
    }

    /** Constants as they look in an address: "due-this-week". */
    private static List<String> words(Set<? extends Enum<?>> constants) {
        return constants.stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, List<String> words) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> words.containsAll(words(Set.of(constant))))
                .collect(Collectors.toSet());
    }

    private static void putAll(Map<String, List<String>> all, String name, List<String> values) {
        if (!values.isEmpty()) {
            all.put(name, values);
        }
    }

    private static Optional<String> first(Map<String, List<String>> all, String name) {
        return all.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static List<Sort> sorts(String text) {
        List<Sort> sorts = new ArrayList<>();
        for (String part : text.split(",", WorkItemColumn.values().length)) {
            boolean ascending = !part.startsWith("-");
            WorkItemColumn.of(ascending ? part : part.substring(1))
                    .filter(WorkItemColumn::sortable)
                    .ifPresent(column -> sorts.add(new Sort(column.key(), ascending)));
        }
        return sorts;
    }

    private static List<WorkItemColumn> columns(String text) {
        return Arrays.stream(text.split(",", -1))
                .flatMap(part -> WorkItemColumn.of(part).stream())
                .toList();
    }
}
