package tallyfold.progress.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tallyfold.uikit.Texts;
import tallyfold.uikit.Times;

/** First and last days in words. */
final class Spans {

    private static final DateTimeFormatter WITHOUT_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Spans() {}

    /** "16 Nov – 29 Nov 2026"; the start's year only where it is another one. */
    static String words(@Nullable LocalDate start, @Nullable LocalDate finish) {
        if (start == null) {
            return finish == null ? Texts.of("progress.no-dates") : Texts.of("progress.until", Times.day(finish));
        }
        if (finish == null) {
            return Texts.of("progress.from", Times.day(start));
        }
        return Texts.of(
                "progress.span",
                start.getYear() == finish.getYear() ? shortDay(start) : Times.day(start),
                Times.day(finish));
    }

    /** "16 Nov". */
    static String shortDay(LocalDate day) {
        return WITHOUT_YEAR.format(day);
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? Texts.of("progress.no-date") : Times.day(day);
    }
}
