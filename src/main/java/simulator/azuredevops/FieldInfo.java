package simulator.azuredevops;

import java.util.Locale;

/** A work item field: reference name, friendly name and type. */
public record FieldInfo(String referenceName, String name, Type type, boolean readOnly) {

    /** Field types; the service spells them in camel case. */
    public enum Type {
        STRING,
        INTEGER,
        DATE_TIME,
        PLAIN_TEXT,
        HTML,
        TREE_PATH,
        HISTORY,
        DOUBLE,
        BOOLEAN,
        IDENTITY;

        /** The service's word; identities are strings there with a flag beside. */
        String word() {
            return switch (this) {
                case IDENTITY -> "string";
                case DATE_TIME -> "dateTime";
                case PLAIN_TEXT -> "plainText";
                case TREE_PATH -> "treePath";
                default -> name().toLowerCase(Locale.ROOT);
            };
        }

        boolean longText() {
            return this == HTML || this == PLAIN_TEXT || this == HISTORY;
        }
    }
}
