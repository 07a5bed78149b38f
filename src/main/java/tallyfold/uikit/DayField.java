package tallyfold.uikit;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.util.Locale;

/** Fields for days, as all forms have them. */
public final class DayField {

    private static final int MONDAY = DayOfWeek.MONDAY.getValue();

    private DayField() {}

    /**
     * A field for a day, which may stay empty.
     *
     * @param noDay what is said of something typed that is not a day
     */
    public static DatePicker of(String label, String noDay) {
        DatePicker field = new DatePicker(label);
        field.setLocale(Locale.UK);
        field.setI18n(new DatePicker.DatePickerI18n()
                .setDateFormat("d MMM yyyy")
                .setFirstDayOfWeek(MONDAY)
                .setBadInputErrorMessage(noDay));
        field.setClearButtonVisible(true);
        return field;
    }

    /** Shows what is wrong with a day, and goes there. */
    public static void refuse(DatePicker field, String reason) {
        field.setErrorMessage(reason);
        field.setInvalid(true);
        field.focus();
    }
}
