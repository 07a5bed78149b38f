package tallyfold.workitem.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.WorkItemFacets;
import tallyfold.workitem.WorkItemFilter;

/** The fields one filters work items by. */
final class WorkItemFilterBar extends Div {

    private final TextField text = new TextField();
    private final MultiSelectComboBox<String> types = choice("type");
    private final MultiSelectComboBox<String> states = choice("state");
    private final MultiSelectComboBox<String> assignees = choice("assignee");
    private final MultiSelectComboBox<String> iterations = choice("iteration");
    private final MultiSelectComboBox<String> areas = choice("area");
    private final MultiSelectComboBox<String> tags = choice("tag");
    private final Checkbox late = new Checkbox(Texts.of("workitem.filter.late"));
    private final Checkbox removed = new Checkbox(Texts.of("workitem.filter.removed"));
    private final MappedFilters mapped;
    private final Map<String, String> people = new HashMap<>();
    private final Consumer<WorkItemFilter> changed;
    /** Keeps what comes from links only and has no field here. */
    private WorkItemFilter shown = WorkItemFilter.NONE;

    WorkItemFilterBar(WorkItemFacets facets, MappedFilters mapped, Consumer<WorkItemFilter> changed) {
        this.changed = changed;
        this.mapped = mapped;
        addClassName("tf-item-filters");
        text.setPlaceholder(Texts.of("workitem.filter.text"));
        text.setAriaLabel(Texts.of("workitem.filter.text"));
        text.setClearButtonVisible(true);
        text.setPrefixComponent(Symbol.SEARCH.icon());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setMaxLength(256);
        offer(facets);
        listen();
        Button more = new Button(Texts.of("workitem.filter.more"), Symbol.FILTER.icon());
        Popover popover = new Popover(new Div(areas, tags, mapped, late, removed));
        popover.addClassName("tf-item-more");
        popover.setTarget(more);
        popover.setAriaLabel(Texts.of("workitem.filter.more"));
        add(text, types, states, assignees, iterations, more, popover);
    }

    private void offer(WorkItemFacets facets) {
        people.put(WorkItemFilter.UNASSIGNED, Texts.of("workitem.unassigned"));
        facets.assignees().forEach(person -> people.put(person.key(), person.name()));
        types.setItems(facets.types().stream().map(WorkItemFacets.Type::name).toList());
        states.setItems(facets.states().stream().map(WorkItemFacets.State::name).toList());
        List<String> keys = new ArrayList<>(List.of(WorkItemFilter.UNASSIGNED));
        facets.assignees().forEach(person -> keys.add(person.key()));
        assignees.setItems(keys);
        assignees.setItemLabelGenerator(this::person);
        iterations.setItems(facets.iterations());
        areas.setItems(facets.areas());
        tags.setItems(facets.tags());
    }

    private void listen() {
        text.addValueChangeListener(event -> tell(event.isFromClient()));
        for (MultiSelectComboBox<String> choice : List.of(types, states, assignees, iterations, areas, tags)) {
            choice.addValueChangeListener(event -> tell(event.isFromClient()));
        }
        mapped.listen(() -> tell(true));
        late.addValueChangeListener(event -> tell(event.isFromClient()));
        removed.addValueChangeListener(event -> tell(event.isFromClient()));
    }

    /** Fills the fields without telling anybody. */
    void show(WorkItemFilter filter) {
        shown = filter;
        text.setValue(filter.text());
        types.setValue(new LinkedHashSet<>(filter.types()));
        states.setValue(new LinkedHashSet<>(filter.states()));
        assignees.setValue(new LinkedHashSet<>(filter.assignees()));
        iterations.setValue(new LinkedHashSet<>(filter.iterations()));
        areas.setValue(new LinkedHashSet<>(filter.areas()));
        tags.setValue(new LinkedHashSet<>(filter.tags()));
        mapped.show(filter);
        late.setValue(filter.late());
        removed.setValue(filter.removed());
    }

    /** The name of a person by the key; the key for somebody who has no items any more. */
    String person(String key) {
        return people.getOrDefault(key, key);
    }

    private void tell(boolean fromReader) {
        if (fromReader) {
            changed.accept(shown.withText(text.getValue())
                    .withTypes(List.copyOf(types.getValue()))
                    .withStates(List.copyOf(states.getValue()))
                    .withAssignees(List.copyOf(assignees.getValue()))
                    .withIterations(List.copyOf(iterations.getValue()))
                    .withAreas(List.copyOf(areas.getValue()))
                    .withTags(List.copyOf(tags.getValue()))
                    .withMapped(mapped.chosen())
                    .withLate(late.getValue())
                    .withRemoved(removed.getValue()));
        }
    }

    private static MultiSelectComboBox<String> choice(String kind) {
        return labelled(Texts.of("workitem.filter." + kind));
    }

    static MultiSelectComboBox<String> labelled(String label) {
        MultiSelectComboBox<String> choice = new MultiSelectComboBox<>();
        choice.setPlaceholder(label);
        choice.setAriaLabel(label);
        choice.setClearButtonVisible(true);
        choice.addClassName("tf-item-choice");
        return choice;
    }
}
