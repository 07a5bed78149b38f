package tallyfold.workitem.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.WorkItemFilter;

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
        values(
                "type",
                now.types(),
                of(now, none, now.states(), now.assignees(), now.iterations(), now.areas(), now.tags()));
        values(
                "state",
                now.states(),
                of(now, now.types(), none, now.assignees(), now.iterations(), now.areas(), now.tags()));
        values(
                "assignee",
                now.assignees().stream().map(people).toList(),
                of(now, now.types(), now.states(), none, now.iterations(), now.areas(), now.tags()));
        values(
                "iteration",
                now.iterations(),
                of(now, now.types(), now.states(), now.assignees(), none, now.areas(), now.tags()));
        values(
                "area",
                now.areas(),
                of(now, now.types(), now.states(), now.assignees(), now.iterations(), none, now.tags()));
        values(
                "tag",
                now.tags(),
                of(now, now.types(), now.states(), now.assignees(), now.iterations(), now.areas(), none));
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

    private static WorkItemFilter of(
            WorkItemFilter now,
            List<String> types,
            List<String> states,
            List<String> assignees,
            List<String> iterations,
            List<String> areas,
            List<String> tags) {
        return new WorkItemFilter(
                now.text(), types, states, assignees, iterations, areas, tags, now.late(), now.removed());
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
