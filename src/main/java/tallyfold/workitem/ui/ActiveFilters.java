package tallyfold.workitem.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.ColumnValue;
import tallyfold.workitem.WorkItemFilter;
import tallyfold.workitem.WorkItemTrait;

/** What is filtered by, each with a button to leave it out. */
final class ActiveFilters extends Div {

    private final UnaryOperator<String> people;
    private final Consumer<WorkItemFilter> changed;

    ActiveFilters(UnaryOperator<String> people, Consumer<WorkItemFilter> changed) {
        this.people = people;
        this.changed = changed;
        addClassName("tf-item-active");
    }

    void show(WorkItemFilter now) {
        removeAll();
        String text = now.text();
        if (!text.isEmpty()) {
            badge("text", text, now.withText(""));
        }
        List<String> none = List.of();
        values("type", now.types(), now.withTypes(none));
        values("state", now.states(), now.withStates(none));
        values("category", now.categories().stream().map(StateBadge::word).toList(), now.withCategories(Set.of()));
        values("assignee", now.assignees().stream().map(people).toList(), now.withAssignees(none));
        values(
                "iteration",
                now.iterations().stream().map(ActiveFilters::iteration).toList(),
                now.withIterations(none));
        values("area", now.areas(), now.withAreas(none));
        values("tag", now.tags(), now.withTags(none));
        now.mappedByColumn().forEach((column, shown) -> {
            List<ColumnValue> others = now.mapped().stream()
                    .filter(one -> !one.column().equals(column))
                    .toList();
            badge(Texts.of("workitem.filter.mapped.active", column, String.join(", ", shown)), now.withMapped(others));
        });
        for (WorkItemTrait trait : now.traits()) {
            badge(
                    Texts.of("workitem.filter." + trait.name()),
                    now.withTraits(
                            now.traits().stream().filter(each -> each != trait).collect(Collectors.toSet())));
        }
        if (now.late()) {
            badge(Texts.of("workitem.filter.late"), now.withLate(false));
        }
        if (now.removed()) {
            badge(Texts.of("workitem.filter.removed"), now.withRemoved(false));
        }
        if (!now.isEmpty()) {
            Button all = new Button(Texts.of("workitem.filter.clear"), _ -> changed.accept(WorkItemFilter.NONE));
            all.addThemeVariants(ButtonVariant.TERTIARY);
            add(all);
        }
    }

    private static String iteration(String path) {
        return path.endsWith(WorkItemFilter.BELOW)
                ? Texts.of("workitem.filter.below", path.substring(0, path.length() - 1))
                : path;
    }

    private void values(String kind, List<String> values, WorkItemFilter without) {
        if (!values.isEmpty()) {
            badge(kind, values.stream().collect(Collectors.joining(", ")), without);
        }
    }

    private void badge(String kind, String value, WorkItemFilter without) {
        badge(Texts.of("workitem.filter." + kind + ".active", value), without);
    }

    private void badge(String words, WorkItemFilter without) {
        Span label = new Span(words);
        label.setTitle(words);
        Button leaveOut = new Button(Symbol.CLOSE.icon(), _ -> changed.accept(without));
        leaveOut.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        leaveOut.setAriaLabel(Texts.of("workitem.filter.leave-out", words));
        leaveOut.setTooltipText(Texts.of("workitem.filter.leave-out", words));
        Div badge = new Div(label, leaveOut);
        badge.addClassNames("tf-badge", "tf-accent");
        add(badge);
    }
}
