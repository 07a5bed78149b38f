package tallyfold.workitem.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;
import tallyfold.workitem.FieldRule;

/** Rules line by line; lines without a source value are left out. */
final class FieldRulesField extends CustomField<List<FieldRule>> {

    private record Line(TextField from, TextField to) {}

    private final transient List<Line> lines = new ArrayList<>();
    private final Div list = new Div();

    FieldRulesField() {
        super(List.of());
        setLabel(Texts.of("workitem.mapping.rules"));
        setHelperText(Texts.of("workitem.mapping.rules.help"));
        list.addClassName("tf-mapping-rules");
        Button add = new Button(Texts.of("workitem.mapping.rule.add"), Symbol.ADD.icon(), _ -> {
            line(new FieldRule("", "")).from().focus();
            updateValue();
        });
        add.addThemeVariants(ButtonVariant.TERTIARY);
        Div all = new Div(list, add);
        add(all);
    }

    private Line line(FieldRule rule) {
        int number = lines.size() + 1;
        Line line = new Line(
                cell("workitem.mapping.rule.from", number, rule.from()),
                cell("workitem.mapping.rule.to", number, rule.to()));
        Button remove = new Button(Symbol.CLOSE.icon());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(Texts.of("workitem.mapping.rule.remove", number));
        Div row = new Div(line.from(), line.to(), remove);
        row.addClassName("tf-mapping-rule");
        remove.addClickListener(_ -> {
            lines.remove(line);
            list.remove(row);
            updateValue();
        });
        lines.add(line);
        list.add(row);
        return line;
    }

    /** The value first: what is shown is no change by anybody. */
    private TextField cell(String key, int number, String value) {
        TextField cell = new TextField();
        cell.setAriaLabel(Texts.of(key, number));
        cell.setPlaceholder(Texts.of(key + ".short"));
        cell.setMaxLength(FieldRule.LONGEST);
        cell.setValue(value);
        cell.addValueChangeListener(_ -> updateValue());
        return cell;
    }

    @Override
    protected List<FieldRule> generateModelValue() {
        return lines.stream()
                .map(line -> new FieldRule(line.from().getValue(), line.to().getValue()))
                .filter(rule -> !rule.from().isEmpty())
                .toList();
    }

    @Override
    protected void setPresentationValue(List<FieldRule> rules) {
        lines.clear();
        list.removeAll();
        rules.forEach(this::line);
    }
}
