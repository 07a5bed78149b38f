package tallyfold.portfolio.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tallyfold.uikit.Texts;

/** Small phrases of the window "Import projects". */
final class ImportWords {

    private ImportWords() {}

    /** "11 New, 3 Link", leaving out what is none. */
    static String becomes(int toCreate, int toLink) {
        List<String> parts = new ArrayList<>();
        if (toCreate > 0) {
            parts.add(Texts.of("importing.count-new", toCreate));
        }
        if (toLink > 0) {
            parts.add(Texts.of("importing.count-link", toLink));
        }
        return String.join(", ", parts);
    }

    /** "0:41", "12:05", "1:02:07". */
    static String clock(Duration duration) {
        Duration positive = duration.isNegative() ? Duration.ZERO : duration;
        return positive.toHours() > 0
                ? "%d:%02d:%02d".formatted(positive.toHours(), positive.toMinutesPart(), positive.toSecondsPart())
                : "%d:%02d".formatted(positive.toMinutes(), positive.toSecondsPart());
    }
}
