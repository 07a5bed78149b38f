package tallyfold.workitem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes work items as comma-separated values. Texts are always quoted, and one that a spreadsheet would take for a formula
 * gets an apostrophe in front, because titles and names come from anybody who may write in the source system.
 */
public final class WorkItemCsv {

    private static final String HEADER =
            "ID,Revision,Type,State,State category,Title,Assignee,Area,Iteration,Parent,Priority,Effort,Original estimate,"
                    + "Remaining work,Completed work,Start date,Target date,Due date,Iteration finish,Changed,Tags,Link";
    private static final String END = "\r\n";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final Appendable out;

    /** Begins a file: byte order mark, by which spreadsheets know UTF-8, and the line of names. */
    public WorkItemCsv(Appendable out) {
        this.out = out;
        append(BYTE_ORDER_MARK + HEADER + END);
    }

    /**
     * Writes one line.
     *
     * @throws UncheckedIOException when the reader has gone away
     */
    public void write(WorkItemRow row) {
        append(String.join(
                        ",",
                        Long.toString(row.key().id()),
                        Integer.toString(row.rev()),
                        text(row.type()),
                        text(row.state()),
                        text(row.category().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                        text(row.title()),
                        text(row.assignee()),
                        text(row.area()),
                        text(row.iteration()),
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
                        text(String.join("; ", row.tags())),
                        text(row.webAddress() == null ? null : row.webAddress().toString()))
                + END);
    }

    private static String text(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        String safe = looksLikeFormula(value) ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Spreadsheets skip blanks and control characters in front; so does this. */
    private static boolean looksLikeFormula(String value) {
        int first = value.codePoints()
                .filter(one -> !Character.isWhitespace(one)
                        && !Character.isSpaceChar(one)
                        && !Character.isISOControl(one)
                        && one != 0xFEFF)
                .findFirst()
                .orElse(' ');
        return FORMULA_STARTS.indexOf(first) >= 0 || value.charAt(0) == '\t' || value.charAt(0) == '\r';
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
