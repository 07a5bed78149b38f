package tallyfold.workitem;

/**
 * What the column of a mapped field shows of an item.
 *
 * @param column its name
 * @param value as it is shown, rules being applied
 */
public record ColumnValue(String column, String value) {}
