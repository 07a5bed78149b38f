package tallyfold.workitem.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import tallyfold.workitem.ColumnValue;
import tallyfold.workitem.WorkItemFilter;

/** A field for each column of a mapped field, to filter by what it shows. */
final class MappedFilters extends Div {

    private final Map<String, MultiSelectComboBox<String>> fields = new LinkedHashMap<>();
    /** By columns that have no field here, because nobody maps them any more. */
    private List<ColumnValue> others = List.of();

    /** @param choices what each column shows */
    MappedFilters(Map<String, List<String>> choices) {
        addClassName("tf-item-mapped");
        choices.forEach((column, values) -> {
            MultiSelectComboBox<String> field = WorkItemFilterBar.labelled(column);
            field.setItems(values);
            fields.put(column, field);
            add(field);
        });
        setVisible(!fields.isEmpty());
    }

    /** @param changed called when the reader chooses something */
    void listen(Runnable changed) {
        fields.values()
                .forEach(field -> field.addValueChangeListener(event -> {
                    if (event.isFromClient()) {
                        changed.run();
                    }
                }));
    }

    /** Fills the fields without telling anybody. */
    void show(WorkItemFilter filter) {
        Map<String, List<String>> wanted = filter.mappedByColumn();
        fields.forEach((column, field) -> field.setValue(new LinkedHashSet<>(wanted.getOrDefault(column, List.of()))));
        others = filter.mapped().stream()
                .filter(one -> !fields.containsKey(one.column()))
                .toList();
    }

    List<ColumnValue> chosen() {
        List<ColumnValue> chosen = new ArrayList<>(others);
        fields.forEach(
                (column, field) -> field.getValue().forEach(value -> chosen.add(new ColumnValue(column, value))));
        return chosen;
    }
}
