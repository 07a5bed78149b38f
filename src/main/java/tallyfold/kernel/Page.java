package tallyfold.kernel;

import java.util.List;

/**
 * A slice of a longer list.
 *
 * @param rows what was asked for, in order; at most the query's limit
 * @param total how many rows there are in all, 0 or more
 */
public record Page<T>(List<T> rows, long total) {

    public Page {
        rows = List.copyOf(rows);
    }

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), 0);
    }
}
