package tallyfold.kernel;

import java.util.List;

/**
 * Which slice of a list, in which order. Knows nothing of any user interface.
 *
 * @param offset rows to skip, 0 or more
 * @param limit rows wanted at most, 1 to 10,000
 * @param sort the columns to sort by, most important first; each service names the columns it offers
 */
public record PageQuery(int offset, int limit, List<Sort> sort) {

    /** The most rows one query may ask for. */
    public static final int MAX_LIMIT = 10_000;

    public PageQuery {
        if (offset < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("Not a page: offset " + offset + ", limit " + limit);
        }
        sort = List.copyOf(sort);
    }

    /** One column of the order. */
    public record Sort(String column, boolean ascending) {}

    public static PageQuery first(int limit) {
        return new PageQuery(0, limit, List.of());
    }
}
