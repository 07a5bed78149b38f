package tallyfold.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import tallyfold.audit.AuditEvent;
import tallyfold.uikit.DayField;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** The filters of the audit log. */
final class AuditFilters extends Div {

    private final TextField text = new TextField();
    private final ComboBox<String> person = new ComboBox<>(Texts.of("audit.filter-person"));
    private final Select<String> group = new Select<>();
    private final Select<AuditEvent.Outcome> outcome = new Select<>();
    private final DatePicker from = DayField.of(Texts.of("audit.filter-from"), Texts.of("audit.not-a-day"));
    private final DatePicker until = DayField.of(Texts.of("audit.filter-until"), Texts.of("audit.not-a-day"));
    private final Button clear = new Button(Texts.of("audit.filter-clear"));

    AuditFilters(List<String> people, Runnable changed) {
        addClassNames("tf-toolbar", "tf-audit-filters");
        text.setLabel(Texts.of("audit.filter-text"));
        text.setPrefixComponent(Symbol.SEARCH.icon());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        person.setItems(people);
        person.setItemLabelGenerator(AuditWords::actor);
        person.setPlaceholder(Texts.of("audit.filter-anybody"));
        person.setClearButtonVisible(true);
        // Events outlive their users.
        person.setAllowCustomValue(true);
        person.addCustomValueSetListener(event -> person.setValue(event.getDetail()));
        group.setLabel(Texts.of("audit.filter-group"));
        group.setItems(AuditWords.GROUPS);
        group.setEmptySelectionAllowed(true);
        group.setEmptySelectionCaption(Texts.of("audit.filter-all"));
        group.setItemLabelGenerator(each -> each == null ? Texts.of("audit.filter-all") : AuditWords.group(each));
        outcome.setLabel(Texts.of("audit.filter-outcome"));
        outcome.setItems(AuditEvent.Outcome.values());
        outcome.setEmptySelectionAllowed(true);
        outcome.setEmptySelectionCaption(Texts.of("audit.filter-both"));
        outcome.setItemLabelGenerator(each -> each == null ? Texts.of("audit.filter-both") : AuditWords.outcome(each));
        text.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        person.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        group.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        outcome.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        from.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        until.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        clear.addClickListener(_ -> {
            show(AuditAddress.of(QueryParameters.empty()));
            changed.run();
        });
        add(text, person, group, outcome, from, until, clear);
    }

    private static void tell(boolean byTheReader, Runnable changed) {
        if (byTheReader) {
            changed.run();
        }
    }

    void show(AuditAddress address) {
        text.setValue(address.text());
        person.setValue(address.person());
        group.setValue(address.group());
        outcome.setValue(address.outcome());
        from.setValue(address.from());
        until.setValue(address.until());
    }

    AuditAddress read() {
        return new AuditAddress(
                text.getValue(),
                person.getValue(),
                group.getValue(),
                outcome.getValue(),
                from.getValue(),
                until.getValue());
    }
}
