package tallyfold.connection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.binder.Binder;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tallyfold.connection.ConnectionField;
import tallyfold.provider.Verdict;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** The day on which a token expires, with the spans that the source system offers as quick picks. */
final class ExpiryField extends Div {

    private static final int[] PICKS = {30, 60, 90, 365};

    private final DatePicker field = new DatePicker(Texts.of("connection.create.expires"));
    private final Div picks = new Div();

    ExpiryField() {
        addClassName("tf-expiry");
        field.setHelperText(Texts.of("connection.create.expires.hint"));
        field.setLocale(Locale.UK);
        field.setI18n(new DatePicker.DatePickerI18n()
                .setDateFormat("d MMM yyyy")
                .setBadInputErrorMessage(ConnectionField.TOKEN_EXPIRES.words(new Verdict.Refused("UNREADABLE", null))));
        field.setClearButtonVisible(true);
        picks.addClassName("tf-picks");
        picks.getElement().setAttribute("role", "group");
        picks.getElement().setAttribute("aria-label", Texts.of("connection.create.expires.picks"));
        for (int days : PICKS) {
            Button pick = new Button(
                    Texts.of("connection.create.pick." + days),
                    _ -> field.setValue(LocalDate.now(Times.zone()).plusDays(days)));
            pick.addThemeVariants(ButtonVariant.SMALL);
            picks.add(pick);
        }
        add(field, picks);
    }

    void bind(Binder<ConnectionEntry> binder) {
        binder.forField(field).bind("tokenExpires");
    }

    @Nullable
    LocalDate value() {
        return field.getValue();
    }

    /** Something stands in the field that is no date, or a day that was refused. */
    boolean isInvalid() {
        return field.isInvalid();
    }

    void refuse(Verdict.Refused refused) {
        field.setErrorMessage(ConnectionField.TOKEN_EXPIRES.words(refused));
        field.setInvalid(true);
    }

    void setReadOnly(boolean readOnly) {
        field.setReadOnly(readOnly);
        picks.setEnabled(!readOnly);
    }
}
