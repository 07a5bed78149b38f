package tallyfold.sync.internal;

import java.util.List;
import java.util.stream.LongStream;
import tallyfold.sync.SyncWarning;

/**
 * Which items are marked as removed of those the source does not give any more. When they would be more than a fifth of a
 * link, none is: a permission taken away looks the same as a great clearing out. A handful is let through, because in a
 * small project one item is a fifth already; when nothing at all is listed, not even that.
 */
record Removal(List<Long> marked, List<SyncWarning> warnings) {

    private static final int HANDFUL = 3;

    Removal {
        marked = List.copyOf(marked);
        warnings = List.copyOf(warnings);
    }

    /**
     * Decides on items that vanished.
     *
     * @param shown how many items the link shows
     * @param listed how many the source lists
     */
    static Removal of(List<Long> vanished, int shown, int listed) {
        boolean tooMany = vanished.size() * 5L > shown && (vanished.size() > HANDFUL || listed == 0);
        if (tooMany) {
            return new Removal(
                    List.of(), List.of(new SyncWarning(null, "REMOVAL_REFUSED", vanished.size() + " of " + shown)));
        }
        return new Removal(vanished, List.of());
    }

    /** What is shown and not listed; expects and gives ascending ids. */
    static long[] missing(long[] shown, long[] listed) {
        LongStream.Builder missing = LongStream.builder();
        int at = 0;
        for (long id : shown) {
            while (at < listed.length && listed[at] < id) {
                at++;
            }
            if (at == listed.length || listed[at] != id) {
                missing.add(id);
            }
        }
        return missing.build().toArray();
    }
}
