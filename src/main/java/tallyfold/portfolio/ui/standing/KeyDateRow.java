package tallyfold.portfolio.ui.standing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tallyfold.project.KeyDateChange;
import tallyfold.project.KeyDateDraft;
import tallyfold.project.KeyDateResult;
import tallyfold.project.OwnKeyDate;
import tallyfold.uikit.DayField;
import tallyfold.uikit.Symbol;
import tallyfold.uikit.Texts;

/** One key date in the window of key dates: its name, its day, and whether it is done. */
final class KeyDateRow extends Div {

    private static final int LONGEST_NAME = 256;

    private final TextField name = new TextField(Texts.of("standing.key-date.name"));
    private final DatePicker day = DayField.of(Texts.of("standing.key-date.day"), Texts.of("standing.key-date.no-day"));
    private final Checkbox done = new Checkbox(Texts.of("standing.key-date.done"));
    private final transient @Nullable OwnKeyDate stored;

    /**
     * A line.
     *
     * @param stored what it shows; null for a new one
     * @param remove takes the line away
     */
    KeyDateRow(@Nullable OwnKeyDate stored, Consumer<KeyDateRow> remove) {
        this.stored = stored;
        addClassName("tf-key-date-row");
        name.setMaxLength(LONGEST_NAME);
        if (stored != null) {
            name.setValue(stored.name());
            day.setValue(stored.day());
            done.setValue(stored.done());
        }
        Button delete = new Button(Symbol.DELETE.icon(), _ -> remove.accept(this));
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        delete.setAriaLabel(
                stored == null
                        ? Texts.of("standing.key-date.remove-new")
                        : Texts.of("standing.key-date.remove", stored.name()));
        add(name, day, done, delete);
    }

    @Nullable
    OwnKeyDate stored() {
        return stored;
    }

    KeyDateChange change() {
        return new KeyDateChange(stored, new KeyDateDraft(name.getValue(), day.getValue(), done.getValue()));
    }

    /** Whether it says something else than what is stored. */
    boolean isChanged() {
        OwnKeyDate before = stored;
        return before == null
                || !before.name().equals(name.getValue())
                || !Objects.equals(before.day(), day.getValue())
                || before.done() != done.getValue();
    }

    void refuse(KeyDateResult.Field field, String reason) {
        if (field == KeyDateResult.Field.DAY) {
            DayField.refuse(day, reason);
        } else {
            name.setErrorMessage(reason);
            name.setInvalid(true);
            name.focus();
        }
    }

    void focusFirst() {
        name.focus();
    }
}
