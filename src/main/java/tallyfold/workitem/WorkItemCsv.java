package tallyfold.workitem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tallyfold.kernel.Csv;

/**
 * Writes work items as comma-separated values, with texts as {@link Csv} has them.
 */
public final class WorkItemCsv {

    private static final String HEADER =
            "ID,Revision,Type,State,State category,Title,Assignee,Area,Iteration,Parent,Priority,Effort,Original estimate,"
                    + "Remaining work,Completed work,Start date,Target date,Due date,Iteration finish,Changed,Tags,Link";

    private final Appendable out;

    private final List<String> more;

    /** A file without columns of mapped fields. */
    public WorkItemCsv(Appendable out) {
        this(out, List.of());
    }

    /**
     * Begins a file: byte order mark, by which spreadsheets know UTF-8, and the line of names.
     *
     * @param more names of the columns of mapped fields
     */
    public WorkItemCsv(Appendable out, List<String> more) {
        this.out = out;
        this.more = List.copyOf(more);
        StringBuilder names = new StringBuilder(HEADER);
        more.forEach(name -> names.append(',').append(Csv.text(name)));
        append(Csv.BYTE_ORDER_MARK + names + Csv.END);
    }

    /** Writes one line without values of mapped fields; throws as {@link #write(WorkItemRow, Map)}. */
    public void write(WorkItemRow row) {
        write(row, Map.of());
    }

    /**
     * Writes one line.
     *
     * @param mapped values of mapped fields by the name of their column
     * @throws UncheckedIOException when the reader has gone away
     */
    public void write(WorkItemRow row, Map<String, String> mapped) {
        StringBuilder last = new StringBuilder();
        more.forEach(name -> last.append(',').append(Csv.text(mapped.get(name))));
        append(String.join(
                        ",",
                        Long.toString(row.key().id()),
                        Integer.toString(row.rev()),
                        Csv.text(row.type()),
                        Csv.text(row.state()),
                        Csv.text(row.category().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                        Csv.text(row.title()),
                        Csv.text(row.assignee()),
                        Csv.text(row.area()),
                        Csv.text(row.iteration()),
                        bare(row.parent()),
                        bare(row.priority()),
                        number(row.effort()),
                        number(row.originalEstimate()),
                        number(row.remainingWork()),
                        number(row.completedWork()),
                        bare(row.start()),
                        bare(row.target()),
                        bare(row.due()),
                        bare(row.iterationFinish()),
                        bare(row.changed()),
                        Csv.text(String.join("; ", row.tags())),
                        Csv.text(
                                row.webAddress() == null
                                        ? null
                                        : row.webAddress().toString()))
                + last
                + Csv.END);
    }

    private static String number(@Nullable Double value) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String bare(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void append(String line) {
        try {
            out.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
