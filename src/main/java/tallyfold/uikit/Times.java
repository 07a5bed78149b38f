package tallyfold.uikit;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and times as the reader expects them: in the browser's zone, recent ones as a distance. */
public final class Times {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private Times() {}

    /** "28 Nov 2026". */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** "28 Nov 2026" in the reader's zone. */
    public static String day(Instant instant) {
        return DAY.format(instant.atZone(zone()));
    }

    /** "28 Nov 2026, 18:40" in the reader's zone. */
    public static String minute(Instant instant) {
        return minute(instant, zone());
    }

    /** The same in a zone that is told beside it. */
    public static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** "0:19", "1:02:05". */
    public static String duration(Duration duration) {
        return duration.toHours() == 0
                ? "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart())
                : "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    /** "just now", "4 min ago", "3 h ago", then the day. */
    public static String recent(Instant instant, Clock clock) {
        Duration age = Duration.between(instant, clock.instant());
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toMinutes() < 60) {
            return age.toMinutes() + " min ago";
        }
        if (age.toHours() < 24) {
            return age.toHours() + " h ago";
        }
        return day(instant);
    }

    /** "today", "in 5 days", "14 days ago". */
    public static String distance(LocalDate date, LocalDate today) {
        long days = date.toEpochDay() - today.toEpochDay();
        if (days == 0) {
            return "today";
        }
        String count = Math.abs(days) == 1 ? "1 day" : Math.abs(days) + " days";
        return days > 0 ? "in " + count : count + " ago";
    }

    /** "15 minutes", "1 hour", "24 hours". */
    public static String span(Duration span) {
        return span.toMinutes() % 60 == 0 ? count(span.toHours(), "hour") : count(span.toMinutes(), "minute");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** The zone of the browser, or the server's before the browser has told. */
    public static ZoneId zone() {
        @Nullable UI ui = UI.getCurrent();
        if (ui != null) {
            String id = ui.getPage().getExtendedClientDetails().getTimeZoneId();
            if (id != null && !id.isBlank()) {
                try {
                    return ZoneId.of(id);
                } catch (DateTimeException unknown) {
                    return ZoneId.systemDefault();
                }
            }
        }
        return ZoneId.systemDefault();
    }
}
