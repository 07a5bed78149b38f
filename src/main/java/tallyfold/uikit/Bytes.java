package tallyfold.uikit;

import java.util.Locale;

/** Sizes of files and disks as people read them, in steps of a thousand. */
public final class Bytes {

    private static final int STEP = 1_000;
    private static final int WHOLE_FROM = 100;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Bytes() {}

    /** In the largest unit of which there is one, for example "6.2 MB" or "252 GB". */
    public static String words(long bytes) {
        double left = bytes;
        int unit = 0;
        while (left >= STEP && unit < UNITS.length - 1) {
            left /= STEP;
            unit++;
        }
        return String.format(
                Locale.ENGLISH, unit == 0 || left >= WHOLE_FROM ? "%.0f %s" : "%.1f %s", left, UNITS[unit]);
    }
}
