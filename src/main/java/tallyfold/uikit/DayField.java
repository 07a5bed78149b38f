package tallyfold.uikit;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.util.Locale;

/** A field for a day, as all forms have it. */
public final class DayField extends DatePicker {

    private static final int MONDAY = DayOfWeek.MONDAY.getValue();

    /** @param noDay what is said of something typed that is not a day */
    public DayField(String label, String noDay) {
        super(label);
        setLocale(Locale.UK);
        setI18n(new DatePickerI18n()
                .setDateFormat("d MMM yyyy")
                .setFirstDayOfWeek(MONDAY)
                .setBadInputErrorMessage(noDay));
        setClearButtonVisible(true);
    }

    /** Shows what is wrong, and goes there. */
    public void refuse(String reason) {
        setErrorMessage(reason);
        setInvalid(true);
        focus();
    }
}
