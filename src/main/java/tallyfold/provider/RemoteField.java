package tallyfold.provider;

/**
 * A field that work items of an organization may have.
 *
 * @param reference the name that never changes, for example {@code Custom.BusinessValue}
 * @param name what people call it
 */
public record RemoteField(String reference, String name, Type type) {

    /** What the values are; all are told as text. */
    public enum Type {
        TEXT,
        NUMBER,
        /** An instant in UTC, as {@link java.time.Instant#toString}. */
        TIME,
        /** {@code true} or {@code false}. */
        TRUTH,
        /** The name that is shown. */
        PERSON
    }
}
