package tallyfold.progress.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of the iterations of a project, as it stands in the address. What an address says wrongly is left out.
 *
 * @param table whether the table is shown rather than the timeline
 * @param link the linked system; empty for the first
 * @param from first month of the timeline; null for the months around today
 * @param all whether the timeline shows all months, whatever the first is
 */
public record IterationsAddress(
        boolean table, String link, @Nullable YearMonth from, boolean all) {

    /** Where one begins. */
    public static final IterationsAddress START = new IterationsAddress(false, "", null, false);

    private static final String ALL = "all";
    private static final int EARLIEST_YEAR = 1;
    private static final int LATEST_YEAR = 9998;

    public static IterationsAddress of(QueryParameters query) {
        Map<String, List<String>> all = query.getParameters();
        String from = first(all, "from").orElse("");
        return new IterationsAddress(
                first(all, "view").equals(Optional.of("table")),
                first(all, "link").orElse(""),
                month(from),
                from.equals(ALL));
    }

    public QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (table) {
            parameters.put("view", List.of("table"));
        }
        if (!link.isEmpty()) {
            parameters.put("link", List.of(link));
        }
        if (all || from != null) {
            parameters.put("from", List.of(all ? ALL : String.valueOf(from)));
        }
        return new QueryParameters(parameters);
    }

    IterationsAddress withTable(boolean newTable) {
        return new IterationsAddress(newTable, link, from, all);
    }

    /** Another system has months of its own. */
    IterationsAddress withLink(String newLink) {
        return new IterationsAddress(table, newLink, null, false);
    }

    IterationsAddress withFrom(@Nullable YearMonth newFrom) {
        return new IterationsAddress(table, link, newFrom, false);
    }

    IterationsAddress withAll() {
        return new IterationsAddress(table, link, null, true);
    }

    private static @Nullable YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            return month.getYear() < EARLIEST_YEAR || month.getYear() > LATEST_YEAR ? null : month;
        } catch (DateTimeException notAMonth) {
            return null;
        }
    }

    private static Optional<String> first(Map<String, List<String>> all, String name) {
        return all.getOrDefault(name, List.of()).stream().findFirst();
    }
}
