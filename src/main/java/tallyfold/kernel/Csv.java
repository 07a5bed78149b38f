package tallyfold.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Texts in comma-separated values. They are always quoted, and one that a spreadsheet would take for a formula gets an
 * apostrophe in front, because titles and names come from anybody who may write in the source system.
 */
public final class Csv {

    /** By which spreadsheets know UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    public static final String END = "\r\n";

    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    /** A text as it stands between commas; nothing for none. */
    public static String text(@Nullable String value) {
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
}
