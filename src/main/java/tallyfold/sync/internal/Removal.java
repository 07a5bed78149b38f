package tallyfold.sync.internal;

import java.util.ArrayList;
import java.util.List;
import tallyfold.sync.SyncWarning;

/**
 * Which shown items the source does not list any more. When that would be more than a fifth of a link, nothing is marked:
 * a permission taken away looks the same as a great clearing out. A handful is let through, because in a small project one
 * item is a fifth already; an empty list never is.
 */
record Removal(List<Long> marked, List<SyncWarning> warnings) {

    private static final int HANDFUL = 3;

    Removal {
        marked = List.copyOf(marked);
        warnings = List.copyOf(warnings);
    }

    /** Both ascending. */
    static Removal of(long[] shown, long[] listed) {
        List<Long> gone = new ArrayList<>();
        int at = 0;
        for (long id : shown) {
            while (at < listed.length && listed[at] < id) {
                at++;
            }
            if (at == listed.length || listed[at] != id) {
                gone.add(id);
            }
        }
        boolean tooMany = gone.size() * 5L > shown.length && (gone.size() > HANDFUL || listed.length == 0);
        if (tooMany) {
            return new Removal(
                    List.of(), List.of(new SyncWarning(null, "REMOVAL_REFUSED", gone.size() + " of " + shown.length)));
        }
        return new Removal(gone, List.of());
    }
}
