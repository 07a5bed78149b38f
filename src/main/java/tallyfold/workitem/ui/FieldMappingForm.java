package tallyfold.workitem.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.ValidationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tallyfold.provider.RemoteField;
import tallyfold.uikit.Texts;
import tallyfold.workitem.FieldMapping;
import tallyfold.workitem.FieldMappingDraft;
import tallyfold.workitem.FieldMappingResult;
import tallyfold.workitem.FieldTarget;
import tallyfold.workitem.MappableLink;

/** What a mapping consists of. */
final class FieldMappingForm extends Div {

    private static final int LONGEST_COLUMN = 40;

    private final Select<String> type = new Select<>();
    private final ComboBox<RemoteField> field = new ComboBox<>(Texts.of("workitem.mapping.field"));
    private final Select<FieldTarget> target = new Select<>();
    private final TextField column = new TextField(Texts.of("workitem.mapping.column"));
    private final FieldRulesField rules = new FieldRulesField();
    private final Binder<FieldMappingDraft> binder = new Binder<>(FieldMappingDraft.class);

    FieldMappingForm(MappableLink mappable, @Nullable FieldMapping mapping) {
        addClassName("tf-mapping-form");
        type.setLabel(Texts.of("workitem.mapping.type"));
        List<String> types = new ArrayList<>(mappable.types());
        if (mapping != null && !types.contains(mapping.type())) {
            types.add(mapping.type());
        }
        type.setItems(types);
        field.setItemLabelGenerator(RemoteField::name);
        field.setHelperText(Texts.of("workitem.mapping.field.help"));
        target.setLabel(Texts.of("workitem.mapping.target"));
        target.setItems(Arrays.stream(FieldTarget.values())
                .filter(each ->
                        mappable.oneItem() || !each.ofProject() || (mapping != null && mapping.target() == each))
                .toList());
        target.setItemLabelGenerator(FieldTarget::label);
        target.setHelperText(
                Texts.of(mappable.oneItem() ? "workitem.mapping.target.last" : "workitem.mapping.target.one-item"));
        target.addValueChangeListener(event -> column.setVisible(event.getValue() == FieldTarget.COLUMN));
        column.setMaxLength(LONGEST_COLUMN);
        bind();
        offer(mapping == null ? List.of() : List.of(mapping.field()));
        if (mapping != null) {
            binder.readRecord(new FieldMappingDraft(
                    mapping.type(), mapping.field(), mapping.target(), mapping.column(), mapping.rules()));
        } else {
            target.setValue(FieldTarget.COLUMN);
        }
        // A name nobody has to think of; it can be changed.
        field.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null && column.isEmpty()) {
                String name = event.getValue().name();
                column.setValue(name.length() <= LONGEST_COLUMN ? name : name.substring(0, LONGEST_COLUMN));
            }
        });
        add(type, field, target, column, rules);
    }

    private void bind() {
        // Not marked as required: the button inside of a select may not carry that mark.
        binder.forField(type)
                .withValidator(Objects::nonNull, Texts.of("workitem.mapping.type.missing"))
                .bind("type");
        binder.forField(field)
                .asRequired(Texts.of("workitem.mapping.field.missing"))
                .bind("field");
        binder.forField(target)
                .withValidator(Objects::nonNull, Texts.of("workitem.mapping.target.missing"))
                .bind("target");
        binder.forField(column)
                .withValidator(
                        typed -> target.getValue() != FieldTarget.COLUMN || !typed.isBlank(),
                        Texts.of("workitem.mapping.column.missing"))
                .bind("column");
        binder.forField(rules).bind("rules");
    }

    /** Gives more fields to choose from; what is chosen stays. */
    void offer(List<RemoteField> fields) {
        RemoteField chosen = field.getValue();
        field.setItems(fields);
        if (chosen != null) {
            field.setValue(fields.stream()
                    .filter(each -> each.reference().equals(chosen.reference()))
                    .findFirst()
                    .orElse(chosen));
        }
    }

    /** What was entered, or empty after marking what is wrong. */
    Optional<FieldMappingDraft> read() {
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException shownAtTheFields) {
            return Optional.empty();
        }
    }

    /** Marks what the service refused. */
    void refuse(FieldMappingResult.Refused refused) {
        switch (refused.part()) {
            case TYPE -> {
                type.setErrorMessage(refused.words());
                type.setInvalid(true);
            }
            case FIELD -> {
                field.setErrorMessage(refused.words());
                field.setInvalid(true);
            }
            case TARGET -> {
                target.setErrorMessage(refused.words());
                target.setInvalid(true);
            }
            case COLUMN -> {
                column.setErrorMessage(refused.words());
                column.setInvalid(true);
            }
            case RULES -> mark(rules, refused.words());
        }
    }

    private static void mark(CustomField<?> marked, String words) {
        marked.setErrorMessage(words);
        marked.setInvalid(true);
    }
}
